/** Released changes become pack text: readable, cited, one file a pack, and the folder has the last word. */
import { expect, test } from 'vitest'
import { entryAt } from './published-file.ts'
import { changeOf, lawWith, smallLaw } from './small-law.fixture.ts'

const PATH = 'c/parameters/published.yaml'

test('each release stands there with its number, its clause and its reason', () => {
  const law = lawWith(
    smallLaw(),
    [changeOf({ value: '720', reason: '说“明”' })],
    [changeOf({ from: '2027-07-01', value: null }), changeOf({ parameter: '农村标准', value: '650' })],
  )
  expect(law.problems).toEqual([])
  expect(law.files[PATH]).toBe(`# 经“标准与政策”页发布的数值：一人起草，另一人发布。改动请在那里起草，不要手改。
values:
  - name: "城镇标准"
    values:
      # 第 1 次发布
      - from: 2026-07-01
        value: "720"
        citation: { document: "notice", clause: "三" }
        reason: "说“明”"
      # 第 2 次发布
      - from: 2027-07-01
        unset: true
        citation: { document: "notice", clause: "三" }
  - name: "农村标准"
    values:
      # 第 2 次发布
      - from: 2026-07-01
        value: "650"
        citation: { document: "notice", clause: "三" }
`)
})

test('nothing released leaves the folder as it is', () => {
  const folder = smallLaw()
  expect(lawWith(folder).files).toEqual(folder.files)
})

test('of two releases for one day the later holds', () => {
  const law = lawWith(smallLaw(), [changeOf({ value: '720' })], [changeOf({ value: '730' })])
  expect(law.files[PATH]).toContain('"730"')
  expect(law.files[PATH]).not.toContain('"720"')
})

test('a day that the folder has taken over since is left to the folder', () => {
  const takenOver = smallLaw({
    'c/parameters/more.yaml':
      "values:\n  - { name: 城镇标准, values: [{ from: 2026-07-01, value: '720', citation: { document: notice, clause: 三 } }] }\n",
  })
  const law = lawWith(takenOver, [changeOf({})])
  expect(law.problems).toEqual([])
  expect(law.files[PATH]).toBeUndefined()
})

test('a pack that is gone from the folder is passed over', () => {
  const { files } = smallLaw()
  const without = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('c/')))
  const gone = { ...smallLaw(), files: without, packs: { ...smallLaw().packs, packs: new Map() } }
  expect(lawWith(gone, [changeOf({})]).files).toEqual(without)
})

test('a line of the text leads back to its entry', () => {
  const text = lawWith(smallLaw(), [changeOf({}), changeOf({ from: '2027-01-01' })]).files[PATH] ?? ''
  const lines = text.split('\n')
  const at = (words: string) => entryAt(text, lines.findIndex(line => line.includes(words)) + 1)
  expect(at('value: "720"')).toEqual({ parameter: '城镇标准', from: '2026-07-01' })
  expect(at('from: 2027-01-01')).toEqual({ parameter: '城镇标准', from: '2027-01-01' })
  expect(entryAt(text, 2)).toBeNull()
  expect(at('- name: "城镇标准"')).toEqual({ parameter: '城镇标准', from: null })
})

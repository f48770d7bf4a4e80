/** Released changes become pack text: readable, cited, one file a pack, and the folder has the last word. */
import { rulesOn } from '@doudi/policy'
import { describe, expect, test } from 'vitest'
import { entryAt } from './published-file.ts'
import { changeOf, lawWith, ruleOf, smallLaw } from './small-law.fixture.ts'

const PATH = 'c/parameters/published.yaml'

test('each release stands there with its number, its clause and its reason', () => {
  const law = lawWith(
    smallLaw(),
    [changeOf({ value: '720', reason: '说“明”' })],
    [changeOf({ from: '2027-07-01', value: null }), changeOf({ parameter: '农村标准', value: '650' })],
  )
  expect(law.problems).toEqual([])
  expect(law.files[PATH]).toBe(`# 经“标准与政策”页发布：一人起草，另一人发布。改动请在那里起草，不要手改。
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
  expect(at('value: "720"')).toEqual({ name: '城镇标准', from: '2026-07-01', at: null })
  expect(at('from: 2027-01-01')).toEqual({ name: '城镇标准', from: '2027-01-01', at: null })
  expect(entryAt(text, 2)).toBeNull()
  expect(at('- name: "城镇标准"')).toEqual({ name: '城镇标准', from: null, at: null })
})

describe('a rule that was released', () => {
  const RULES = 'c/programmes/x/published.yaml'

  test('stands beside the rules of its programme, as it was written', () => {
    const table = { hit: 'first' as const, order: [] }
    const law = lawWith(
      smallLaw(),
      [ruleOf({ formula: 'if 工资 > 100\n  then 工资 / 2\n  else 0', reason: '说“明”' })],
      [ruleOf({ from: '2027-07-01', formula: '工资 | 折算\n> 100 | 工资 / 2\n默认 | 0', table })],
    )
    expect(law.problems).toEqual([])
    expect(law.files[PATH]).toBeUndefined()
    expect(law.files[RULES]).toBe(`# 经“标准与政策”页发布：一人起草，另一人发布。改动请在那里起草，不要手改。
overrides:
  - name: "折算"
    versions:
      # 第 1 次发布
      - from: 2026-07-01
        formula: |-
          if 工资 > 100
            then 工资 / 2
            else 0
        citation: { document: "notice", clause: "三" }
        note: "说“明”"
      # 第 2 次发布
      - from: 2027-07-01
        table:
          hit: "first"
          rows: |-
            工资 | 折算
            > 100 | 工资 / 2
            默认 | 0
        citation: { document: "notice", clause: "三" }
`)
  })

  test('is read to the letter, whatever signs stand in it', () => {
    for (const formula of ['# 不是注释', '- 1', '"a" : {b}', "'", '|-', '工资\n\n\t+ 1', '&a *a !!x', '%YAML'])
      expect(formulaIn(lawWith(smallLaw(), [ruleOf({ formula })]))).toBe(formula)
  })

  test('is left to the folder when it was taken over there', () => {
    const rules =
      'overrides:\n  - { name: 折算, versions: [{ from: 2026-07-01, formula: 工资, citation: { document: notice, clause: 三 } }] }\n'
    const law = lawWith(smallLaw({ 'c/programmes/x/rules.yaml': rules }), [ruleOf({})])
    expect(law.problems).toEqual([])
    expect(law.files[RULES]).toBeUndefined()
  })

  test('may be a further version of a rule of the pack itself', () => {
    const own = `rules:
  - { name: 附加, id: extra, unit: 元/月, label: { zh-CN: 附加, en: Extra }, versions: [{ from: 2021-01-01, formula: '1', citation: { document: notice, clause: 三 } }] }
`
    const folder = smallLaw({ 'c/programmes/x/rules.yaml': own })
    const law = lawWith(folder, [ruleOf({ rule: '附加', formula: '2' })])
    expect(law.problems).toEqual([])
    const on = (date: string) =>
      rulesOn(law.packs, { pack: 'c', programme: 'x', date }).find(one => one.rule.name === '附加')
    expect([on('2026-06-30'), on('2026-07-01')].map(one => one?.chosen?.version.formula)).toEqual(['1', '2'])
  })

  test('leads from a line and column back into its formula', () => {
    const text = lawWith(smallLaw(), [ruleOf({ formula: '工资\n  + 没有' })]).files[RULES] ?? ''
    const line = text.split('\n').findIndex(row => row.includes('没有')) + 1
    expect(entryAt(text, line, 15)).toEqual({ name: '折算', from: '2026-07-01', at: { line: 2, column: 5 } })
    expect(entryAt(text, line + 1, 9)?.at).toBeNull()
  })
})

function formulaIn({ packs }: ReturnType<typeof smallLaw>) {
  return packs.packs.get('c')?.programmes.get('x')?.rules?.overrides[0]?.versions[0]?.formula
}

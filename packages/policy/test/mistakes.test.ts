/** Each deliberate mistake gives one first message, at its place, in both languages, with a repair. */
import { expect, test } from 'vitest'
import { messages } from '../src/messages.ts'
import { problemsOf, readMistakes } from './mistakes.ts'

const mistakes = readMistakes()

test('there are at least forty of them', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(40)
})

/** Too long, too deep or too many for a fixture to be read; `hostile-yaml.test.ts` provokes them. */
const tooMuch = new Set([
  'syntax.formula-too-long',
  'syntax.too-deep',
  'table.too-large',
  'table.too-many-combinations',
  'yaml.too-large',
  'yaml.line-too-long',
  'yaml.too-deep',
  'yaml.too-many',
  'check.chain-too-long',
])

test('there is one for every message', () => {
  const shown = new Set(mistakes.map(({ mistake }) => mistake.expect.code))
  expect(Object.keys(messages).filter(code => !shown.has(code) && !tooMuch.has(code))).toEqual([])
})

for (const { file, mistake } of mistakes)
  test(`${mistake.title} (${file})`, () => {
    const [first, ...rest] = problemsOf(mistake)
    const { code, line, column, message, suggestion } = first!
    const { expect: expected } = mistake
    expect({ code, line, column, zh: message['zh-CN'], en: message.en, fix: suggestion['zh-CN'] }).toEqual({
      code: expected.code,
      line: expected.line,
      column: expected.column,
      zh: expected.zh,
      en: expected.en,
      fix: expected.fix,
    })
    if (expected.file) expect(first!.file).toBe(expected.file)
    for (const text of [message['zh-CN'], message.en, suggestion['zh-CN'], suggestion.en]) {
      expect(text).not.toBe('')
      expect(text, 'a value was left out').not.toMatch(/\{\w+\}/)
    }
    expect(rest.filter(problem => problem.code !== first!.code)).toEqual([])
  })

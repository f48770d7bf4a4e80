/** Each deliberate mistake gives one first message, at its place, in both languages, with a repair. */
import { expect, test } from 'vitest'
import { problemsOf, readMistakes } from './mistakes.ts'

const mistakes = readMistakes()

test('there are at least forty of them', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(40)
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
    expect(suggestion.en).not.toBe('')
    expect(rest.filter(problem => problem.code !== first!.code)).toEqual([])
  })

import { calendarDate } from '@doudi/kernel'
import { expect, test } from 'vitest'
import { readQuery } from './search-query.ts'

const today = calendarDate('2026-03-02')

test.each([
  ['', 'everything'],
  ['   ', 'everything'],
  ['\u3000', 'everything'],
  ['002X', 'tail'],
  ['００２ｘ', 'tail'],
  ['5678', 'tail'],
  ['11010519491231002X', 'identity'],
  ['110105491231002', 'identity'],
  ['138 1234 5678', 'phone'],
  ['+8613812345678', 'phone'],
  ['lwg', 'initials'],
  ['陈', 'name'],
  ['陈 h', 'name'],
  ['123', 'name'],
  ['%', 'nothing'],
  ['12345678901', 'nothing'],
])('%j is read as %s', (text, by) => {
  expect(readQuery(text, today).by).toBe(by)
})

test('a question mark over ten thousand letters costs nothing', () => {
  const started = performance.now()
  readQuery(`${'a'.repeat(10_000)}!`, today)
  expect(performance.now() - started).toBeLessThan(500)
})

/** Cells that a spreadsheet would run are made harmless; the rest stays as it was. */
import { expect, test } from 'vitest'
import { csvCell } from './export-cases.ts'

test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x', ' =1', '\u200b=1', '|calc'])(
  'a cell beginning like a formula (%j) is text',
  value => {
    expect(csvCell(value)).toMatch(/^"?'/)
  },
)

test.each(['欧阳海', '2026-03-02', '976.00', '买买提·艾力'])('%s is left alone', value => {
  expect(csvCell(value)).toBe(value)
})

test('quotes, commas and line breaks are kept inside one cell', () => {
  expect(csvCell('李"四",\n村')).toBe('"李""四"",\n村"')
})

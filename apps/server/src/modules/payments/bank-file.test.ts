/** The bank file: the layout banks know, the same bytes every time, and names that survive. */
import { fen } from '@doudi/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BankFileBatch, bankFile, cell, RECORD_BYTES } from './bank-file.ts'

const batch: BankFileBatch = {
  county: '320499',
  programme: 'dibao',
  month: '2021-11',
  number: 'B202111DIBAO00',
  purpose: '低保金',
  totalFen: fen(191_600n),
  lines: [
    {
      lineNo: 1,
      payee: '陈海',
      identityNumber: '320499197908120310',
      account: '6228480000000000018',
      amountFen: fen(97_600n),
      householdNumber: 'HH-0001',
    },
    {
      lineNo: 3,
      payee: '欧阳𬱟',
      identityNumber: '32049919950412017X',
      account: '6228480000000000026',
      amountFen: fen(94_000n),
      householdNumber: 'HH-0002',
    },
  ],
}
const text = (format: 'csv' | 'fixed', given = batch) => new TextDecoder().decode(bankFile(given, format))

test('has a header, a line for each payee and a trailer, count and total agreeing', () => {
  expect(text('csv').split('\r\n')).toEqual([
    'H|320499|dibao|2021-11|B202111DIBAO00|2|191600|CNY',
    'D|1|陈海|320499197908120310|6228480000000000018|97600|低保金|HH-0001',
    'D|3|欧阳𬱟|32049919950412017X|6228480000000000026|94000|低保金|HH-0002',
    'T|2|191600',
    '',
  ])
})

test('in fixed columns every record is as long as the next, rare characters included', () => {
  const bytes = bankFile(batch, 'fixed')
  expect(bytes.length).toBe(4 * (RECORD_BYTES + 2))
  const detail = Buffer.from(bytes).subarray(2 * (RECORD_BYTES + 2), 3 * (RECORD_BYTES + 2))
  expect(detail.subarray(1, 9).toString()).toBe('00000003')
  expect(detail.subarray(9, 209).toString('utf8').trim()).toBe('欧阳𬱟')
  expect(detail.subarray(209, 227).toString()).toBe('32049919950412017X')
  expect(detail.subarray(227, 259).toString().trim()).toBe('6228480000000000026')
  expect(detail.subarray(259, 275).toString()).toBe('0000000000094000')
})

test('is the same bytes each time it is made', () => {
  for (const format of ['csv', 'fixed'] as const)
    expect(bankFile(batch, format)).toEqual(bankFile(structuredClone(batch), format))
})

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', ' =cmd|/c calc!A0'])(
  '%j is text in a spreadsheet',
  name => {
    expect(cell(name)).toMatch(/^'/)
  },
)

test('no name adds a field or a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), payee => {
      const [line] = batch.lines
      const file = text('csv', { ...batch, lines: [{ ...line!, payee }] })
      const records = file.split('\r\n')
      expect(records).toHaveLength(4)
      expect(records[1]?.split('|')).toHaveLength(8)
    }),
  )
})

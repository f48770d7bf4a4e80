/**
 * The file a bank pays from, in two layouts with the same content. Pure and a function of the batch alone (no clock,
 * no counter), so that making it again gives the same bytes.
 *
 * Both are UTF-8, and on purpose: GBK would turn rare characters in names into `?`, and UTF-8 is the one encoding in
 * which every name survives. Lines end with CR LF.
 *
 * **csv** — fields parted by `|`:
 *
 *     H|county|programme|month|batch number|count|total in fen|CNY
 *     D|line|payee|payee's identity number|account|amount in fen|purpose|household number
 *     T|count|total in fen
 *
 * **fixed** — 360 bytes a record before CR LF. Text is padded on the right with spaces, numbers on the left with zeros;
 * widths are bytes, so that record n begins at (n − 1) × 362.
 */
import type { Fen } from '@doudi/kernel'

export interface BankFileLine {
  readonly lineNo: number
  readonly payee: string
  readonly identityNumber: string
  readonly account: string
  readonly amountFen: Fen
  readonly householdNumber: string
}

export interface BankFileBatch {
  readonly county: string
  readonly programme: string
  readonly month: string
  readonly number: string
  readonly purpose: string
  readonly totalFen: Fen
  /** By line number; gaps are lines that were held. */
  readonly lines: readonly BankFileLine[]
}

export const bankFileFormats = ['csv', 'fixed'] as const
export type BankFileFormat = (typeof bankFileFormats)[number]

export function bankFile(batch: BankFileBatch, format: BankFileFormat): Uint8Array {
  const records = format === 'csv' ? csvRecords(batch) : fixedRecords(batch)
  return new TextEncoder().encode(records.map(record => `${record}\r\n`).join(''))
}

function csvRecords({ county, programme, month, number, purpose, totalFen, lines }: BankFileBatch): string[] {
  const head = ['H', county, programme, month, number, lines.length, totalFen, 'CNY']
  const details = lines.map(line => [
    'D',
    line.lineNo,
    line.payee,
    line.identityNumber,
    line.account,
    line.amountFen,
    purpose,
    line.householdNumber,
  ])
  return [head, ...details, ['T', lines.length, totalFen]].map(fields => fields.map(cell).join('|'))
}

/**
 * One field: never a second field, a second line, or a formula in somebody's spreadsheet. A field that begins like a
 * formula gets an apostrophe, as spreadsheets do themselves; the bank answers by line number, not by name.
 */
export function cell(value: string | number | bigint): string {
  const text = String(value).replace(/[|\r\n\t]/g, ' ')
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
}

export const RECORD_BYTES = 360

function fixedRecords({ county, programme, month, number, purpose, totalFen, lines }: BankFileBatch): string[] {
  const totals = [digits(lines.length, 8), digits(totalFen, 16)]
  const details = lines.map(line =>
    record(
      'D',
      digits(line.lineNo, 8),
      text(line.payee, 200),
      text(line.identityNumber, 18),
      text(line.account, 32),
      digits(line.amountFen, 16),
      text(purpose, 60),
      text(line.householdNumber, 24),
    ),
  )
  return [
    record('H', text(county, 6), text(programme, 32), text(month, 7), text(number, 48), ...totals, 'CNY'),
    ...details,
    record('T', ...totals),
  ]
}

function record(...fields: string[]): string {
  return text(fields.join(''), RECORD_BYTES)
}

/** Padded to a width in bytes. What is too long is a bug: names and numbers were limited when they were entered. */
function text(value: string, bytes: number): string {
  const clean = value.replace(/[\r\n\t]/g, ' ')
  const missing = bytes - Buffer.byteLength(clean, 'utf8')
  if (missing < 0) throw new Error(`a field of ${bytes} bytes got ${bytes - missing}`)
  return clean + ' '.repeat(missing)
}

function digits(value: number | bigint, width: number): string {
  const written = String(value).padStart(width, '0')
  if (written.length > width) throw new Error(`a number of ${width} digits got ${written.length}`)
  return written
}

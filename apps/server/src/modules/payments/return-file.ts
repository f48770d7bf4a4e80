/**
 * The bank's answer, read. Pure: bytes in, rows and remarks out; what may be applied is decided in `apply-return.ts`.
 *
 *     H|batch number              optional; says which batch the file answers
 *     R|line|S|                   paid
 *     R|line|F|code reason        not paid, with the bank's reason
 *     T|rows|total in fen         how many R rows there are, and the sum of the lines they name
 *
 * An R row may end with a fifth field, the amount in fen. A record counts only when its line end is there: of a file
 * that was cut anywhere, the last piece is left for later instead of being guessed at (`R|12|S|` cut short reads
 * `R|1`). Only a trailer may stand without a line end, and it still has to agree with its rows.
 */
export interface ReturnRow {
  /** Position of the row in the file, from 1. */
  readonly row: number
  readonly lineNo: number
  readonly outcome: 'settled' | 'returned'
  readonly reason: string | null
  readonly amountFen: bigint | null
}

export interface Trailer {
  readonly rows: number
  readonly totalFen: bigint
}

/** How the file ends: with a trailer, or in the middle of something (`cutRow`). */
export interface FileEnd {
  readonly trailer: Trailer | null
  /** Row that lacks its line end. It may be the trailer, whole or cut: then both are given, and the sums decide. */
  readonly cutRow: number | null
}

export interface ReturnFile {
  readonly batchNumber: string | null
  readonly rows: readonly ReturnRow[]
  readonly malformed: readonly number[]
  readonly end: FileEnd
}

const LINE_FEED = 0x0a

export function readReturnFile(bytes: Uint8Array): ReturnFile {
  const end = bytes.lastIndexOf(LINE_FEED) + 1
  const records = decode(bytes.subarray(0, end)).split('\n').slice(0, -1)
  const last = decodeLoosely(bytes.subarray(end)).trim()
  const rows: ReturnRow[] = []
  const malformed: number[] = []
  let batchNumber: string | null = null
  let trailer: Trailer | null = null
  for (const [i, record] of records.entries()) {
    const fields = record
      .trim()
      .split('|')
      .map(field => field.trim())
    if (fields.length === 1 && fields[0] === '') continue
    const row = fields[0] === 'R' ? readRow(fields, i + 1) : undefined
    if (trailer) malformed.push(i + 1)
    else if (row) rows.push(row)
    else if (fields[0] === 'H' && i === 0 && fields[1]) batchNumber = fields[1]
    else if (fields[0] === 'T' && readTrailer(fields)) trailer = readTrailer(fields)
    else malformed.push(i + 1)
  }
  return {
    batchNumber,
    rows,
    malformed,
    end: { trailer: trailer ?? readTrailer(last.split('|')), cutRow: last === '' ? null : records.length + 1 },
  }
}

function readRow(
  [, lineNo = '', outcome, text = '', amount = '']: readonly string[],
  row: number,
): ReturnRow | undefined {
  if (!/^[1-9]\d{0,7}$/.test(lineNo) || !/^(?:\d{1,16})?$/.test(amount)) return undefined
  if (outcome !== 'S' && outcome !== 'F') return undefined
  if (outcome === 'F' && text === '') return undefined
  return {
    row,
    lineNo: Number(lineNo),
    outcome: outcome === 'S' ? 'settled' : 'returned',
    reason: outcome === 'F' ? withoutNumbers(text) : null,
    amountFen: amount === '' ? null : BigInt(amount),
  }
}

function readTrailer([kind, rows = '', total = '']: readonly string[]): Trailer | null {
  if (kind !== 'T' || !/^\d{1,8}$/.test(rows) || !/^\d{1,16}$/.test(total)) return null
  return { rows: Number(rows), totalFen: BigInt(total) }
}

/** A reason is shown widely; an account or identity number that a bank wrote into it is not. */
function withoutNumbers(reason: string): string {
  const plain = reason.replace(/\p{Cc}/gu, ' ').replace(/[0-9０-９]{6,}[xX]?/g, '∎')
  return Array.from(plain).slice(0, 200).join('')
}

/** UTF-8, or what many banks still write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function decodeLoosely(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

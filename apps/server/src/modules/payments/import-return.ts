/**
 * Takes in the bank's answer. All of it in one transaction: lines, ledger and journal agree at every moment, and an
 * upload that died halfway is simply uploaded again. The same file twice is answered from the first time.
 */
import { toWire } from '@doudi/kernel'
import { budgetOf, debitCredit, type NewEntry, postAll } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { planReturn, type Quarantined, type Resolution } from './apply-return.ts'
import { type Batch, moveBatch } from './batch.sql.ts'
import { failpoint } from './failpoints.ts'
import { divisionOfCounty, lockBatchFor } from './find-batch.ts'
import { type Line, resolveLines, selectLines } from './line.sql.ts'
import { problems } from './problems.ts'
import { insertReturnFile, selectReturnFile } from './return-file.sql.ts'
import { readReturnFile } from './return-file.ts'

export interface ReturnResult {
  readonly settled: number
  readonly returned: number
  readonly already: number
  readonly quarantined: readonly Quarantined[]
  readonly complete: boolean
}

export async function importReturn(work: Work, batchId: string, bytes: Uint8Array): Promise<ReturnResult> {
  if (bytes.length === 0) throw problems.of('payments.file-empty')
  const batch = await lockBatchFor(work, batchId, 'import-return')
  const digest = await work.files.put(bytes)
  const before = await selectReturnFile(work.db, batch, digest)
  if (before) return before
  const lines = await selectLines(work.db, batch)
  const plan = planReturn(readReturnFile(bytes), lines, batch.number)
  await resolve(work, batch, lines, plan.resolve)
  const count = (outcome: Resolution['outcome']) => plan.resolve.filter(answer => answer.outcome === outcome).length
  const result = {
    settled: count('settled'),
    returned: count('returned'),
    already: plan.already,
    quarantined: plan.quarantined,
    complete: plan.complete,
  }
  const id = work.newId<'return-file'>()
  await insertReturnFile(work, batch, { id, digest, ...result })
  const closed = await closeWhenResolved(work, batch)
  record(work, {
    act: 'batch.returned',
    division: divisionOfCounty(batch.county),
    body: { batchId, number: batch.number, digest, ...result, quarantined: plan.quarantined.length, closed },
  })
  return result
}

async function resolve(
  work: Work,
  batch: Batch,
  lines: readonly Line[],
  answers: readonly Resolution[],
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ line, outcome, reason }) => ({ id: line.id, status: outcome, reason }))
  const moved = await resolveLines(work.db, batch.county, rows, work.now)
  if (moved !== answers.length) throw new Error(`${batch.number}: ${answers.length} answers moved ${moved} lines`)
  failpoint('mid-return')
  const budget = await budgetOf(work, { county: batch.county, id: batch.budgetId })
  const { county, programme, fundLine } = budget
  await postAll(
    work,
    answers.map(({ line, outcome }): NewEntry => {
      const credit = outcome === 'settled' ? 'fund-bank' : 'returned-payable'
      const memo = `${batch.number}/${line.lineNo}`
      const postings = debitCredit('in-transit', credit, lineAmount(line))
      return { county, programme, fundLine, kind: `line-${outcome}`, causeId: line.id, memo, lines: postings }
    }),
  )
  failpoint('after-ledger')
  const byId = new Map(lines.map(line => [line.id, line]))
  for (const { line, outcome, reason } of answers) recordOutcome(work, batch, byId.get(line.id), outcome, reason)
}

const lineAmount = ({ amountFen }: Resolution['line']) => amountFen as Line['amountFen']

function recordOutcome(
  work: Work,
  batch: Batch,
  line: Line | undefined,
  outcome: Resolution['outcome'],
  bankReason: string | null,
): void {
  if (!line) return
  record(work, {
    act: outcome === 'settled' ? 'payment.settled' : 'payment.returned',
    division: line.division,
    householdId: line.householdId,
    body: {
      lineId: line.id,
      awardId: line.awardId,
      batchNumber: batch.number,
      month: line.month,
      amountFen: toWire(line.amountFen),
      bankReason,
    },
  })
}

async function closeWhenResolved(work: Work, batch: Batch): Promise<boolean> {
  const open = await selectLines(work.db, batch, { status: 'sent', limit: 1 })
  if (open.length > 0) return false
  return (await moveBatch(work.db, batch, 'sent', { status: 'closed', closed_at: work.now })) !== undefined
}

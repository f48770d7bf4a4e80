/**
 * Sends a batch. One transaction decides the bank's file (its bytes follow from the batch, its name is their digest),
 * posts the expense, spends the reservation and moves every line; the file can be fetched once that has committed. A
 * file written by an attempt that died has the same bytes and the same name, so trying again finds it.
 */

import { type Fen, subtractFen, sumFen } from '@doudi/kernel'
import { budgetOf, debitCredit, type NewEntry, postAll, spend } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import { packOf } from '#modules/places/index.ts'
import { programmeInForce } from '#modules/policies/index.ts'
import { payeesInClear } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type BankFileBatch, bankFile } from './bank-file.ts'
import { type Batch, moveBatch } from './batch.sql.ts'
import { failpoint } from './failpoints.ts'
import { divisionOfCounty, lockBatchFor, reservedFen } from './find-batch.ts'
import { type Line, moveLines, selectLines } from './line.sql.ts'
import { problems } from './problems.ts'
import { refuseHeldAwards } from './release-batch.ts'

export async function sendBatch(work: Work, id: string): Promise<Batch> {
  const batch = await lockBatchFor(work, id, 'send')
  await refuseHeldAwards(work, batch)
  const lines = await selectLines(work.db, batch, { status: 'reserved' })
  assertTotals(batch, lines)
  const content = await contentOf(work, batch, lines)
  const csvDigest = await work.files.put(bankFile(content, 'csv'))
  const fixedDigest = await work.files.put(bankFile(content, 'fixed'))
  failpoint('file-written')
  await bookSending(work, batch, lines)
  await moveLines(work.db, batch, 'reserved', 'sent')
  failpoint('before-status')
  const change = { status: 'sent', sent_at: work.now, csv_digest: csvDigest, fixed_digest: fixedDigest } as const
  const sent = await moveBatch(work.db, batch, 'released', change)
  if (!sent) throw problems.of('payments.batch-state')
  failpoint('after-status')
  record(work, {
    act: 'batch.sent',
    division: divisionOfCounty(batch.county),
    body: {
      batchId: id,
      number: batch.number,
      lines: lines.length,
      totalFen: Number(batch.totalFen),
      csvDigest,
      fixedDigest,
    },
  })
  return sent
}

/** What was released is what goes out, or nothing goes out. */
function assertTotals({ number, lineCount, totalFen }: Batch, lines: readonly Line[]): void {
  if (lines.length !== lineCount || sumFen(lines.map(line => line.amountFen)) !== totalFen) {
    throw new Error(`batch ${number} does not agree with its lines`)
  }
}

async function contentOf(work: Work, batch: Batch, lines: readonly Line[]): Promise<BankFileBatch> {
  const payees = await payeesInClear(
    work,
    batch.county,
    lines.map(line => line.bankAccountId),
  )
  return {
    county: batch.county,
    programme: batch.programme,
    month: batch.month,
    number: batch.number,
    purpose: await purposeOf(work, batch),
    totalFen: batch.totalFen,
    lines: lines.map(({ lineNo, payeeName, bankAccountId, amountFen }) => {
      const payee = payees.get(bankAccountId)
      if (!payee) throw new Error(`line ${lineNo} of ${batch.number} has no account`)
      const { accountNumber: account, identityNumber, householdNumber } = payee
      return { lineNo, payee: payeeName, identityNumber, account, amountFen, householdNumber }
    }),
  }
}

/** What the family reads on the bank statement: the programme's name where the county is. */
async function purposeOf(work: Work, { county, programme }: Batch): Promise<string> {
  const pack = await packOf(work, divisionOfCounty(county))
  const { title } = await programmeInForce(work, { pack, programme, date: work.today })
  return `${title['zh-CN']}金`
}

/** First attempts are this month's expense; second ones pay what came back and is owed. */
async function bookSending(work: Work, batch: Batch, lines: readonly Line[]): Promise<void> {
  const budget = await budgetOf(work, { county: batch.county, id: batch.budgetId })
  const first = reservedFen(lines)
  const again = subtractFen(batch.totalFen, first)
  const entry = (kind: 'batch-sent' | 'reissue-sent', amount: Fen): NewEntry[] => {
    if (amount === 0n) return []
    const debit = kind === 'batch-sent' ? 'benefit-expense' : 'returned-payable'
    const { county, programme, fundLine } = budget
    return [
      {
        county,
        programme,
        fundLine,
        kind,
        causeId: batch.id,
        memo: batch.number,
        lines: debitCredit(debit, 'in-transit', amount),
      },
    ]
  }
  await spend(work, budget, first)
  await postAll(work, [...entry('batch-sent', first), ...entry('reissue-sent', again)])
}

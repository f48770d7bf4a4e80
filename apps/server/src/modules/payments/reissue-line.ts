/**
 * Pays returned money again, once: a line of its own (attempt 1) in a supplementary batch, which goes through a second
 * person like any other. The account has to be another one than the bank refused, unless somebody names it on purpose
 * because it was put right at the bank (a dormant account woken up). No budget is touched: the money is still owed.
 */
import { toWire } from '@doudi/kernel'
import { lockBudget } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import { type BankAccount, currentBankAccount } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Batch, changeTotals, insertBatch, nextRound, selectBatch, selectOpenSupplement } from './batch.sql.ts'
import { batchNumber } from './batch.ts'
import { findLine, personActing } from './find-batch.ts'
import { insertLines, type Line, lastLineNo } from './line.sql.ts'
import { whyNotReissue } from './line.ts'
import { problems } from './problems.ts'

export async function reissueLine(work: Work, id: string, namedAccountId?: string): Promise<Line> {
  const { county, batchId } = await findLine(work, id)
  const first = await selectBatch(work.db, batchId, false)
  if (!first) throw problems.of('payments.batch-unknown')
  // Whoever re-issues or prepares from this budget goes in turn; what follows is read after their commit.
  await lockBudget(work, { county, id: first.budgetId })
  const line = await findLine(work, id)
  const code = whyNotReissue(line)
  if (code) throw problems.of(code, { status: line.status })
  const account = await correctedAccount(work, line, namedAccountId)
  const batch = await supplementFor(work, first)
  const again = work.newId<'line'>()
  await insertLines(work.db, [
    {
      county,
      id: again,
      division: line.division,
      household_id: line.householdId,
      batch_id: batch.id,
      line_no: (await lastLineNo(work.db, batch)) + 1,
      award_id: line.awardId,
      programme: line.programme,
      month: line.month,
      attempt: 1,
      amount_fen: line.amountFen,
      payee_name: account.holderName,
      bank_account_id: account.bankAccountId,
      account_tail: account.tail,
      status: 'reserved',
      reissue_of: line.id,
    },
  ])
  await changeTotals(work.db, batch, { lines: 1, fen: line.amountFen })
  record(work, {
    act: 'payment.reissued',
    division: line.division,
    householdId: line.householdId,
    body: {
      lineId: again,
      reissueOf: id,
      batchNumber: batch.number,
      month: line.month,
      amountFen: toWire(line.amountFen),
    },
  })
  return findLine(work, again)
}

async function correctedAccount(work: Work, line: Line, namedAccountId: string | undefined): Promise<BankAccount> {
  const account = await currentBankAccount(work, line.householdId)
  if (!account) throw problems.of('payments.no-account')
  if (namedAccountId !== undefined && namedAccountId !== account.bankAccountId) {
    throw problems.of('payments.account-not-current')
  }
  if (namedAccountId === undefined && account.bankAccountId === line.bankAccountId) {
    throw problems.of('payments.account-not-corrected')
  }
  return account
}

/** The caller's own open supplementary batch, or a new one: lines are only added by its maker, so the releaser is another. */
async function supplementFor(work: Work, first: Batch): Promise<Batch> {
  const { county, programme, month, budgetId } = first
  const madeBy = personActing(work)
  const open = await selectOpenSupplement(work.db, { county, programme, month, budgetId, madeBy })
  if (open) return open
  const round = await nextRound(work.db, first)
  return insertBatch(work.db, {
    county,
    id: work.newId<'batch'>(),
    number: batchNumber(programme, month, round),
    programme,
    month,
    round,
    budget_id: budgetId,
    status: 'reserved',
    line_count: 0,
    total_fen: 0n,
    made_by: madeBy,
    made_at: work.now,
  })
}

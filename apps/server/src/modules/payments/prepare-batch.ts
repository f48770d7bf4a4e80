/**
 * Makes the batch of a month: everybody whose award runs, is not held, has an account and is not in a batch of that
 * month yet. One transaction: batch, lines and the budget's reservation are all there or none. Made again for the same
 * month it takes whoever came later (a supplementary batch), and refuses when there is nobody.
 *
 * The budget's row is locked first, so two people preparing at once come one after the other.
 */
import { type Month, monthOf, nextMonth, sumFen } from '@doudi/kernel'
import { type Award, awardsForMonth } from '#modules/benefits/index.ts'
import { type Budget, lockBudget, reserve } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import { type Payee, payeesOf } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Batch, insertBatch, nextRound } from './batch.sql.ts'
import { batchNumber } from './batch.ts'
import { failpoint } from './failpoints.ts'
import { divisionOfCounty, personActing } from './find-batch.ts'
import { insertLeftOut, insertLines, selectMonth } from './line.sql.ts'
import type { LeftOutReason } from './line.ts'
import { problems } from './problems.ts'

export interface ToPrepare {
  readonly programme: string
  readonly month: string
  readonly budgetId: string
}

export async function prepareBatch(work: Work, wanted: ToPrepare): Promise<Batch> {
  const madeBy = personActing(work)
  if (wanted.month > nextMonth(monthOf(work.today))) throw problems.of('payments.month-ahead')
  const budget = await lockBudget(work, { county: countyOfCaller(work), id: wanted.budgetId })
  checkBudget(budget, wanted, work)
  const { payable, leftOut } = await whoIsDue(work, budget.county, wanted)
  if (payable.length === 0) throw problems.of('payments.nothing-to-pay', { held: leftOut.length })
  const total = sumFen(payable.map(({ award }) => award.monthlyFen))
  const key = { county: budget.county, programme: wanted.programme, month: wanted.month }
  const round = await nextRound(work.db, key)
  failpoint('before-reservation')
  await reserve(work, budget, total)
  failpoint('after-reservation')
  const batch = await insertBatch(work.db, {
    ...key,
    id: work.newId<'batch'>(),
    number: batchNumber(wanted.programme, wanted.month, round),
    round,
    budget_id: budget.id,
    status: 'reserved',
    line_count: payable.length,
    total_fen: total,
    made_by: madeBy,
    made_at: work.now,
  })
  await insertLines(
    work.db,
    payable.map(({ award, payee }, i) => newLine(work, batch, award, payee, i + 1)),
  )
  await insertLeftOut(
    work.db,
    leftOut.map(({ award, reason }) => newLeftOut(batch, award, reason)),
  )
  failpoint('after-lines')
  record(work, {
    act: 'batch.drafted',
    division: divisionOfCounty(batch.county),
    body: {
      batchId: batch.id,
      number: batch.number,
      lines: payable.length,
      totalFen: Number(total),
      leftOut: leftOut.length,
    },
  })
  return batch
}

function checkBudget(budget: Budget, { programme, month }: ToPrepare, { today }: Work): void {
  const years = [Number(month.slice(0, 4)), Number(today.slice(0, 4))]
  if (budget.programme !== programme || !years.includes(budget.year)) throw problems.of('payments.wrong-budget')
}

interface Due {
  readonly payable: readonly { readonly award: Award; readonly payee: Payee }[]
  readonly leftOut: readonly { readonly award: Award; readonly reason: LeftOutReason }[]
}

async function whoIsDue(work: Work, county: string, { programme, month }: ToPrepare): Promise<Due> {
  const lined = new Set((await selectMonth(work.db, { county, programme, month })).map(line => line.awardId))
  const payees = await payeesOf(work, county)
  const payable: Due['payable'][number][] = []
  const leftOut: Due['leftOut'][number][] = []
  for (const award of await awardsForMonth(work, county, programme, month as Month)) {
    if (lined.has(award.id)) continue
    const payee = payees.get(award.householdId)
    if (award.status !== 'active') leftOut.push({ award, reason: 'award-held' })
    else if (!payee) leftOut.push({ award, reason: 'no-bank-account' })
    else payable.push({ award, payee })
  }
  return { payable, leftOut }
}

function newLine(work: Work, batch: Batch, award: Award, payee: Payee, lineNo: number) {
  return {
    county: batch.county,
    id: work.newId<'line'>(),
    division: award.division,
    household_id: award.householdId,
    batch_id: batch.id,
    line_no: lineNo,
    award_id: award.id,
    programme: batch.programme,
    month: batch.month,
    attempt: 0,
    amount_fen: award.monthlyFen,
    payee_name: payee.holderName,
    bank_account_id: payee.bankAccountId,
    account_tail: payee.tail,
    status: 'reserved' as const,
  }
}

function newLeftOut(batch: Batch, award: Award, reason: LeftOutReason) {
  return {
    county: batch.county,
    batch_id: batch.id,
    award_id: award.id,
    division: award.division,
    household_id: award.householdId,
    name: award.headName,
    amount_fen: award.monthlyFen,
    reason,
  }
}

function countyOfCaller({ caller }: Work): string {
  if (!caller.division) throw new Error(`${caller.role} holds no division; a batch belongs to a county`)
  return caller.division.slice(0, 6)
}

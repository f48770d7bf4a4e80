/**
 * A budget's two counters. Reserve, release and spend are one UPDATE each; that `reserved + spent` stays within the
 * limit, and neither falls below zero, is checked by the row itself and therefore under any interleaving.
 */
import { type Fen, fen, toWire } from '@doudi/kernel'
import type { z } from 'zod'
import type { Work } from '#platform/database/work.ts'
import type { budget } from './contract.ts'
import { type BudgetKey, type BudgetRow, moveBudget, selectBudget } from './funds.sql.ts'
import { problems } from './problems.ts'

export interface Budget extends BudgetKey {
  readonly programme: string
  readonly fundLine: string
  readonly year: number
}

export const reserve = (work: Work, key: BudgetKey, amount: Fen) => move(work, key, amount, 0n)
export const releaseReservation = (work: Work, key: BudgetKey, amount: Fen) => move(work, key, -amount, 0n)
/** What was reserved is now spent. */
export const spend = (work: Work, key: BudgetKey, amount: Fen) => move(work, key, -amount, amount)

async function move({ db }: Work, key: BudgetKey, reserved: bigint, spent: bigint): Promise<void> {
  if (reserved === 0n && spent === 0n) return
  if (!(await moveBudget(db, key, { reserved, spent }))) throw problems.of('funds.budget-unknown')
}

export function budgetOf(work: Work, key: BudgetKey): Promise<Budget> {
  return read(work, key, false)
}

/** Reads the budget and keeps others from changing it until this transaction ends: whoever pays from it goes in turn. */
export function lockBudget(work: Work, key: BudgetKey): Promise<Budget> {
  return read(work, key, true)
}

async function read({ db }: Work, key: BudgetKey, lock: boolean): Promise<Budget> {
  const row = await selectBudget(db, key, lock)
  if (!row) throw problems.of('funds.budget-unknown')
  return { county: row.county, id: row.id, programme: row.programme, fundLine: row.fund_line, year: row.year }
}

export function budgetOnWire(row: BudgetRow): z.infer<typeof budget> {
  return {
    id: row.id,
    programme: row.programme,
    fundLine: row.fund_line,
    year: row.year,
    limitFen: toWire(fen(row.limit_fen)),
    reservedFen: toWire(fen(row.reserved_fen)),
    spentFen: toWire(fen(row.spent_fen)),
    availableFen: toWire(fen(row.limit_fen - row.reserved_fen - row.spent_fen)),
  }
}

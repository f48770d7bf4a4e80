/** The door of the funds module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { allocate } from './allocate.ts'
export { type Budget, budgetOf, lockBudget, releaseReservation, reserve, spend } from './budget.ts'
export { debitCredit, type NewEntry } from './entry.ts'
export { post, postAll } from './ledger.ts'
export { trialBalance } from './trial-balance.ts'

export const funds: Module = {
  name: 'funds',
  routes,
  problems: problems.catalogue,
  constraints: {
    budget_not_overdrawn: 'funds.budget-exceeded',
    entry_cause_once: 'funds.already-posted',
  },
}

/** The door of the casework module: what other modules and `compose.ts` may use. */
import { provideCases } from '#modules/registry/index.ts'
import type { Module } from '#platform/module.ts'
import { casesOfHouseholds } from './list-cases.ts'
import { isOpen } from './moves.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export type {
  ActBodies,
  CaseAct,
  CaseActType,
  CaseMember,
  NewAct,
  QueryOutcome,
  QueryStatus,
  SignedConsent,
} from './acts.ts'
export type { Application } from './application.ts'
export { readAssessment } from './assess-case.ts'
export { type CaseState, type CaseStatus, foldAct, foldCase, initialCase } from './case.ts'
export { caseFacts } from './case-facts.ts'
export type { CaseRow } from './case-row.ts'
export { loadCase } from './casework.sql.ts'
export { incomeField, monthlyYuan, yuanText } from './declared-facts.ts'
export { daysLeft, dueOn, isOverdue } from './legal-clock.ts'
export { can, isOpen, whyNot } from './moves.ts'
export { circumstancesOf, recordAct } from './record-act.ts'
export { submitApplication } from './submit-application.ts'

// A household's page shows its cases; the register stands to the left and cannot ask for them.
provideCases(async (work, householdIds) => {
  const rows = await casesOfHouseholds(work, householdIds)
  const shown = rows.map(({ id, number, status, programme, household_id }) => ({
    household: household_id,
    ...{ id, number, status, programme, open: isOpen({ status }) },
  }))
  return Map.groupBy(shown, ({ household }) => household)
})

export const casework: Module = {
  name: 'casework',
  routes,
  problems: problems.catalogue,
  constraints: { case_open_once: 'casework.already-open' },
}

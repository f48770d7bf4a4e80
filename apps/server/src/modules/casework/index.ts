/** The door of the casework module: what other modules and `compose.ts` may use. */
import { provideCases } from '#modules/registry/index.ts'
import type { Module } from '#platform/module.ts'
import { caseLabels } from './list-cases.ts'
import { isOpen } from './moves.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export type { CaseMember, NewAct } from './acts.ts'
export {
  type AssessedSituation,
  countDecidedSituations,
  countNewestSituations,
  decidedSituations,
  newestSituations,
  type SituationPage,
} from './assessed-situations.ts'
export type { CaseState } from './case.ts'
export type { CaseRow } from './case-row.ts'
export { loadCase } from './casework.sql.ts'
export { incomeField, monthlyYuan, yuanText } from './declared-facts.ts'
export { isOpen } from './moves.ts'
export { circumstancesOf, recordAct } from './record-act.ts'

// A household's page shows its cases; the register stands to the left and cannot ask for them.
provideCases(async (work, householdIds) => {
  const rows = await caseLabels(work, householdIds)
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

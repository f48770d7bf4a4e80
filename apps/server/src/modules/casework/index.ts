/** The door of the casework module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
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
export { type CaseState, type CaseStatus, foldAct, foldCase, initialCase } from './case.ts'
export type { CaseRow } from './case-row.ts'
export { loadCase } from './casework.sql.ts'
export { incomeField, monthlyYuan, yuanText } from './declared-facts.ts'
export { daysLeft, dueOn, isOverdue } from './legal-clock.ts'
export { can, isOpen, whyNot } from './moves.ts'
export { circumstancesOf, recordAct } from './record-act.ts'

export const casework: Module = { name: 'casework', routes, problems: problems.catalogue }

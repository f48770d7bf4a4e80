/** The door of the policies module: programmes as they stand on a day, and editions as they stood. */
import { policyProblems } from '@doudi/policy'
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { currentEdition, editionByHash, editionInUse, keepEdition, refuseBrokenPacks } from './current-edition.ts'
export { editionWithDraft } from './draft-findings.ts'
export type { Edition } from './edition.ts'
export { findDraft } from './find-draft.ts'
export {
  documentsFor,
  type EvaluationInput,
  evaluateEdition,
  evaluateFor,
  formFor,
  type ProgrammeOnDay,
  procedureFor,
  programmeInForce,
} from './programme.ts'

export const policies: Module = {
  name: 'policies',
  routes,
  problems: { ...problems.catalogue, ...policyProblems },
  constraints: { draft_two_persons: 'policies.same-person', release_two_persons: 'policies.same-person' },
}

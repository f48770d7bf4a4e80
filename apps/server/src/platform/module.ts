/** What a module gives to the house: its routes, its jobs, its refusals, and what the database's own refusals mean in its words. */
import type { ProblemCatalogue } from '@doudi/kernel'
import type { Route } from './http/route.ts'
import type { Job } from './jobs/jobs.ts'

export interface Module {
  readonly name: string
  readonly routes: readonly Route[]
  readonly jobs?: readonly Job[]
  readonly problems: ProblemCatalogue
  /** Constraint name → code of this module's catalogue, so that a race gives the same answer as a check. */
  readonly constraints?: Readonly<Record<string, string>>
}

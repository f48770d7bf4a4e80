/** The door of the journal module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'
import { checkpointJob } from './write-checkpoint.ts'

export { canonicalJson } from './canonical-json.ts'
export { type CaseEntry, caseEntries } from './case-entries.ts'
export type { Checkpoint } from './checkpoint.ts'
export { type Line, type LineItem, lineOf } from './line-of.ts'
export { type EntryToRecord, record } from './record.ts'
export { isWorthNoting, type RefusedCall, recordRefusal } from './record-refusal.ts'
export { type Act, type Summary, summaryOf } from './summaries.ts'
export { type CountyVerdict, verifyCounties, verifyCounty } from './verify-county.ts'
export { writeCheckpoint } from './write-checkpoint.ts'

export const journal: Module = { name: 'journal', routes, jobs: [checkpointJob], problems: problems.catalogue }

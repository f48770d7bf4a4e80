/** Simulated partner departments. For demonstrations and tests; no real department speaks this. */
export { createDepartments, type Departments, type Query } from './departments.ts'
export type { Answer } from './scenarios.ts'
export { type Row, type SourceId, sourceIds } from './sources.ts'

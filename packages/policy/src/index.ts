/** The policy language: packs in, decisions with their reasons out. */
export type * from './evaluation.ts'
export * from './problem.ts'
export * from './procedure.ts'
export type * from './schema/citation.ts'
export type * from './schema/field.ts'

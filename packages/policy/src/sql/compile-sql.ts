/** A compiled programme as one PostgreSQL query over the caller's tables, and what its columns mean. */
import { lowerProgramme } from '../lowering/lower-programme.ts'
import type { Result } from '../lowering/lowered.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Scope } from '../schema/field.ts'
import { printQuery } from './print-query.ts'
import type { SqlSource } from './source.ts'

export interface SqlOptions extends SqlSource {
  /** Formulas whose results are wanted, by name; without it, all of them. */
  readonly outputs?: readonly string[]
}

export interface SqlOutput {
  readonly rule: string
  /** A result about members is a list, in the order of their positions. */
  readonly scope: Scope
  /** A text is its place in `texts`, a date is packed, a duration is its months. */
  readonly kind: Result['value']['kind']
  readonly column: string
  /** The column by which a number must be divided to get its value. */
  readonly over: string | null
  /** Why it never has a value here: the formula needs something that only the interpreter has. */
  readonly reason: string | null
}

/**
 * The query gives one row for each household: `household`, then `outside` where a fact is not what the form allows and
 * `doubtful` where the answer depends on something unset or not known. Of those two kinds every other column is null,
 * and the exact interpreter has to work them out.
 */
export interface SqlQuery {
  readonly text: string
  readonly outputs: readonly SqlOutput[]
  readonly texts: readonly string[]
}

/** For PostgreSQL 15 and later. */
export function compileSql(programme: CompiledProgramme, { outputs, ...source }: SqlOptions): SqlQuery {
  const lowered = lowerProgramme(programme, { ...(outputs ? { outputs } : {}), largest: null })
  return {
    text: printQuery(lowered, source),
    texts: lowered.texts,
    outputs: lowered.results.map(({ rule, scope, value, reason }, i) => ({
      ...{ rule, scope, kind: value.kind, column: `r${i}` },
      ...{ over: value.kind === 'number' ? `o${i}` : null, reason: reason ?? null },
    })),
  }
}

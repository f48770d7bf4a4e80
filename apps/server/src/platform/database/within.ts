/**
 * Says where a query looks, so that an index can help. Row security compares divisions with LIKE, which no index
 * serves; and a condition that is not leakproof, as LIKE is not, is asked only after row security has let the row
 * through, so it cannot choose an index either. `>=`, `<=` and `starts_with` are leakproof. These conditions only narrow:
 * what may be seen is still said by the policy alone.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from './work.ts'

const DIGITS = 12

/** Divisions that begin with `prefix`: a county's six digits, a town's nine. Twelve characters compare as digits do. */
export function divisionBegins(column: string, prefix: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} between ${prefix.padEnd(DIGITS, '0')} and ${prefix.padEnd(DIGITS, '9')}`
}

/** The divisions of the caller's areas; no condition for whoever sees everything or is seen by household. */
export function withinAreas({ areas, households }: Scope, column: string): RawBuilder<SqlBool> {
  if (areas.length === 0 || areas.includes('*') || households.length > 0) return sql<SqlBool>`true`
  return sql<SqlBool>`(${sql.join(
    areas.map(area => divisionBegins(column, area)),
    sql` or `,
  )})`
}

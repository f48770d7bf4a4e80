/**
 * What somebody said or found about a household or one of its people: a value with its source and its day. A newer
 * fact stands beside the older one. The value is sealed for its own row.
 */

import type { Selectable } from 'kysely'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Tables } from '#platform/database/rows.gen.ts'

export type FactRow = Selectable<Tables['registry.fact']>
export type FactSource = FactRow['source']

/** As in a policy situation; amounts are yuan as text (`"614.67"`) or as the field's unit says. */
export type FactValue = string | number | boolean | null

export interface NewFact {
  readonly division: string
  readonly householdId: string
  readonly caseId?: string | null
  readonly personId?: string | null
  /** Ascii id of the field in the pack's form, e.g. `wage`, `deposits`. */
  readonly field: string
  readonly value: FactValue
  readonly source: FactSource
  /** Which department, visit or document. */
  readonly sourceDetail: string
  readonly sourceId?: string | null
  /** The day for which it is true. */
  readonly asOf: string
}

export interface Fact {
  readonly id: string
  readonly householdId: string
  readonly caseId: string | null
  readonly personId: string | null
  readonly field: string
  readonly value: FactValue
  readonly source: FactSource
  readonly sourceDetail: string
  readonly sourceId: string | null
  readonly asOf: string
  readonly recordedAt: string
  readonly recordedBy: string | null
}

const bindOf = (factId: string) => `registry.fact/value_sealed/${factId}`

export function sealValue(value: FactValue, factId: string, crypto: CryptoProvider): Buffer {
  return crypto.seal(JSON.stringify(value), bindOf(factId))
}

export function openFact(row: FactRow, crypto: CryptoProvider): Fact {
  return {
    id: row.id,
    householdId: row.household_id,
    caseId: row.case_id,
    personId: row.person_id,
    field: row.field,
    value: JSON.parse(crypto.open(row.value_sealed, bindOf(row.id))),
    source: row.source,
    sourceDetail: row.source_detail,
    sourceId: row.source_id,
    asOf: row.as_of,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }
}

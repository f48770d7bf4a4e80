/** What one month hands to the next: a programme says in `carried` which of its facts those are. */
import type { Decision, Facts } from '../evaluation.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Carried } from '../packs/programme-file.ts'
import type { Field } from '../schema/field.ts'

export interface History {
  /** The month before was paid. */
  readonly wasPaid: boolean
  /** Of the last month in which the household met the conditions. */
  readonly fenWhenEligible: number
  /** Months in a row that were paid although the conditions were no longer met. */
  readonly monthsPaidThoughNot: number
}

export const noHistory: History = { wasPaid: false, fenWhenEligible: 0, monthsPaidThoughNot: 0 }

export function withMonth(before: History, { eligible, amountFenPerMonth }: Decision): History {
  const wasPaid = amountFenPerMonth > 0
  return {
    wasPaid,
    fenWhenEligible: eligible ? amountFenPerMonth : before.fenWhenEligible,
    monthsPaidThoughNot: wasPaid && !eligible ? before.monthsPaidThoughNot + 1 : 0,
  }
}

export interface CarriedValue {
  readonly field: Field
  readonly value: string | boolean
}

/** Facts of the month before; none before the first month. */
export function carriedFacts({ internals, form }: CompiledProgramme, history: History): CarriedValue[] {
  if (history === noHistory) return []
  return internals.assembly.programme!.carried.map(({ field, what }) => ({
    field: form.fields.find(({ name }) => name === field)!,
    value: factOf(what, history),
  }))
}

export function factsOf(carried: readonly CarriedValue[]): Facts {
  return Object.fromEntries(carried.map(({ field, value }) => [field.id, value]))
}

function factOf(what: Carried, history: History): string | boolean {
  if (what === 'was-paid') return history.wasPaid
  if (what === 'months-paid-though-not-eligible') return String(history.monthsPaidThoughNot)
  const cents = String(history.fenWhenEligible % 100).padStart(2, '0')
  return `${Math.trunc(history.fenWhenEligible / 100)}.${cents}`
}

/** A value on its way down: a number, a text, date or duration as one whole number, or a truth; and its doubt. */
import type { Truth, Whole } from './lowered.ts'
import { NotLowerable } from './not-lowerable.ts'
import { type Scaled, scaled } from './scaled.ts'
import { always } from './truth.ts'
import { one, zero } from './whole.ts'

interface Doubted {
  /** True where the value cannot be relied on, because something it rests on is unset or not known yet. */
  readonly doubt: Truth
}
export type LoweredNumber = Doubted & { readonly kind: 'number'; readonly number: Scaled }
export type LoweredWhole = Doubted & { readonly kind: 'whole'; readonly whole: Whole }
export type LoweredTruth = Doubted & { readonly kind: 'truth'; readonly truth: Truth }
export type Lowered = LoweredNumber | LoweredWhole | LoweredTruth

const sure = always(false)

export function certainNumber(number: Scaled): LoweredNumber {
  return { kind: 'number', number, doubt: sure }
}

export function certainWhole(whole: Whole): LoweredWhole {
  return { kind: 'whole', whole, doubt: sure }
}

export function certainTruth(truth: Truth): LoweredTruth {
  return { kind: 'truth', truth, doubt: sure }
}

/** Something of the right kind where there is no value; nobody relies on it. A number may stand below a line: it is one. */
export function doubtful(kind: Lowered['kind']): Lowered {
  const doubt = always(true)
  if (kind === 'number') return { kind, number: scaled(one), doubt }
  return kind === 'whole' ? { kind, whole: zero, doubt } : { kind, truth: always(false), doubt }
}

export function number(value: Lowered): LoweredNumber {
  if (value.kind !== 'number') throw new NotLowerable('a number was expected')
  return value
}

export function wholeOf(value: Lowered): LoweredWhole {
  if (value.kind !== 'whole') throw new NotLowerable('a text, date or duration was expected')
  return value
}

export function yesNo(value: Lowered): LoweredTruth {
  if (value.kind !== 'truth') throw new NotLowerable('a yes or no was expected')
  return value
}

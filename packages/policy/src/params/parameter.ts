/**
 * A dated value that a policy sets: what it may be, who below may change it and in which direction, and the
 * values themselves, each with the day from which it holds and the clause it is written in.
 */

import { parseDate } from '../check/literals.ts'
import type { Level } from '../packs/pack-file.ts'
import type { Place } from '../problem.ts'
import { compare, parseRational, type Rational } from '../rational/rational.ts'
import type { Citation, Wording } from '../schema/citation.ts'
import type { Type } from '../schema/type.ts'

/** What a lower level may do to the value it finds above it. */
export type Direction = 'any' | 'raise' | 'lower'

/** `choices` is several of a closed list: it records how a place works, and no formula reads it. */
export const parameterTypes = ['number', 'yes-no', 'choice', 'choices', 'date'] as const
export type ParameterType = (typeof parameterTypes)[number]

export interface Parameter {
  readonly name: string
  readonly id: string
  readonly label: Wording
  readonly type: ParameterType
  readonly checkType: Type
  readonly unit: string
  readonly options: readonly string[]
  readonly optionLabels: ReadonlyMap<string, Wording>
  readonly min: Rational | null
  readonly max: Rational | null
  readonly decimals: number
  readonly openTo: readonly Level[]
  readonly change: Direction
  /** Departing from the direction is a warning, not a mistake: the source says 原则上. */
  readonly soft: boolean
  /** A yearly figure of the statistics office: what is derived from it waits for it. */
  readonly statistic: boolean
  /** A yes-no parameter: where it says yes, a new value below the one before it is a warning that asks for a reason. */
  readonly growsWith: string | null
  readonly pack: string
  readonly place: Place
}

export type Setting = Rational | string | boolean | readonly string[]

/** One entry: from this day the value is this, or is known to be unset. */
export interface DatedValue {
  readonly from: string
  /** Still in force on this later day, although the level above has spoken since. */
  readonly affirmed: string | null
  readonly value: Setting | null
  /** Why a guideline (原则上) is departed from. */
  readonly reason: string | null
  readonly citation: Citation
  readonly place: Place
}

export type SettingFault = 'bad-number' | 'bad-option' | 'bad-date' | 'decimals' | 'bounds'

/** Text → the parameter's value, or what is wrong with it. */
export function readSetting(parameter: Parameter, text: string): Setting | { readonly fault: SettingFault } {
  switch (parameter.type) {
    case 'yes-no':
      return text === 'true' || text === 'false' ? text === 'true' : { fault: 'bad-option' }
    case 'choice':
      return parameter.options.includes(text) ? text : { fault: 'bad-option' }
    case 'choices':
      return readSeveral(parameter, text)
    case 'date':
      return parseDate(text) ? text : { fault: 'bad-date' }
    case 'number':
      return readNumber(parameter, text)
  }
}

/** `网站、公示栏`; nothing at all is none of them. */
function readSeveral({ options }: Parameter, text: string): readonly string[] | { readonly fault: SettingFault } {
  const chosen = text
    .split(/[、，,]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const areKnown = chosen.every((part, i) => options.includes(part) && chosen.indexOf(part) === i)
  return areKnown ? chosen : { fault: 'bad-option' }
}

function readNumber(parameter: Parameter, text: string): Setting | { readonly fault: SettingFault } {
  const value = parseRational(text)
  if (!value || text.includes('/')) return { fault: 'bad-number' }
  if (decimalsOf(text) > parameter.decimals) return { fault: 'decimals' }
  const below = parameter.min !== null && compare(value, parameter.min) < 0
  const above = parameter.max !== null && compare(value, parameter.max) > 0
  return below || above ? { fault: 'bounds' } : value
}

export function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.slice(point + 1).replace(/0+$/, '').length
}

export function isFault(
  setting: Setting | { readonly fault: SettingFault },
): setting is { readonly fault: SettingFault } {
  return typeof setting === 'object' && 'fault' in setting
}

export function isSeveral(setting: Setting | null): setting is readonly string[] {
  return Array.isArray(setting)
}

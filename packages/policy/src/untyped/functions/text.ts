/** Text: parts, patterns and case. Signs outside the basic plane count as one. */
import { Pattern } from '../pattern.ts'
import { show } from '../show.ts'
import { type NumberValue, type Value, wholeNumber } from '../value.ts'
import { type Variant, variant } from './signature.ts'

function text(value: Value | undefined): string {
  return value as string
}

/** Positions count from 1, negative ones from the end. */
function substring([whole, start, length]: readonly Value[]): Value {
  const signs = [...text(whole)]
  const position = truncated(start!)
  if (position === 0 || Math.abs(position) > signs.length) return null
  const from = position > 0 ? position - 1 : signs.length + position
  if (length === null) return signs.slice(from).join('')
  const count = truncated(length!)
  return count < 1 ? null : signs.slice(from, from + count).join('')
}

function truncated(value: Value): number {
  const { n, d } = value as NumberValue
  return Number(n / d)
}

function before([whole, match]: readonly Value[]): Value {
  const at = text(whole).indexOf(text(match))
  return at < 0 ? '' : text(whole).slice(0, at)
}

function after([whole, match]: readonly Value[]): Value {
  const at = text(whole).indexOf(text(match))
  return at < 0 ? '' : text(whole).slice(at + text(match).length)
}

function replace([input, pattern, replacement, flags]: readonly Value[]): Value {
  return Pattern.read(text(pattern), text(flags ?? ''))?.replace(text(input), text(replacement)) ?? null
}

function join([list, delimiter]: readonly Value[]): Value {
  const items = (list as readonly Value[]).filter(item => item !== null)
  return items.every(item => typeof item === 'string') ? items.join(text(delimiter ?? '')) : null
}

export const textFunctions: readonly Variant[] = [
  variant('string(from: any)', ([value]) => (value === null ? null : show(value!))),
  variant('substring(string: string, start position: number, length?: number)', substring),
  variant('string length(string: string)', ([whole]) => wholeNumber([...text(whole)].length)),
  variant('upper case(string: string)', ([whole]) => text(whole).toUpperCase()),
  variant('lower case(string: string)', ([whole]) => text(whole).toLowerCase()),
  variant('substring before(string: string, match: string)', before),
  variant('substring after(string: string, match: string)', after),
  variant('contains(string: string, match: string)', ([whole, match]) => text(whole).includes(text(match))),
  variant('starts with(string: string, match: string)', ([whole, match]) => text(whole).startsWith(text(match))),
  variant('ends with(string: string, match: string)', ([whole, match]) => text(whole).endsWith(text(match))),
  variant('matches(input: string, pattern: string, flags?: string)', ([input, pattern, flags]) => {
    return Pattern.read(text(pattern), text(flags ?? ''))?.test(text(input)) ?? null
  }),
  variant('replace(input: string, pattern: string, replacement: string, flags?: string)', replace),
  variant('split(string: string, delimiter: string)', ([whole, delimiter]) => {
    return Pattern.read(text(delimiter), '')?.split(text(whole)) ?? null
  }),
  variant('string join(list: list, delimiter?: string)', join),
]

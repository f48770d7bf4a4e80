/** Where a place has promised that a value grows (自然增长), a new value below the one before it wants a reason. */
import type { DatedValue, Parameter } from '../params/parameter.ts'
import { compare, type Rational, toText } from '../rational/rational.ts'
import { chooseParameters } from './assemble.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'

/** `line` runs from the nation down to the pack that is checked. */
export function checkGrowth(line: readonly Pack[], report: Report): void {
  const pack = line.at(-1)!
  const known = line.flatMap(({ declared }) => declared)
  for (const { name, growsWith, place } of pack.declared)
    if (growsWith !== null && !known.some(one => one.name === growsWith && one.type === 'yes-no'))
      report.error('pack.grows-with-unknown', place, { name, switch: growsWith })
  for (const parameter of known.filter(({ growsWith }) => growsWith !== null)) {
    const set = (pack.entries.get(parameter.name) ?? []).filter(({ value }) => value !== null)
    for (const [i, entry] of set.slice(1).entries()) checkFall(parameter, set[i]!, entry, line, report)
  }
}

function checkFall(
  { name, growsWith }: Parameter,
  before: DatedValue,
  entry: DatedValue,
  line: readonly Pack[],
  report: Report,
): void {
  const [old, value] = [before.value as Rational, entry.value as Rational]
  const promised = chooseParameters(line, entry.from).get(growsWith!)?.chosen?.entry.value === true
  if (!promised || entry.reason !== null || compare(value, old) >= 0) return
  const owner = `${line.at(-1)!.name} ${before.from}`
  report.warning('pack.only-raise', entry.place, { name, owner, upper: toText(old), value: toText(value) })
}

/**
 * A pack as the officer reads it who answers for it: on a day every value with what was and what is coming, every
 * relation between values with its verdict, every formula in words.
 */
import { show } from '../explain/display.ts'
import { type DatedValue, isFault, isSeveral, type Parameter, readSetting, type Setting } from '../params/parameter.ts'
import { type Rational, toDecimal } from '../rational/rational.ts'
import type { Citation, Wording } from '../schema/citation.ts'
import { type ChosenParameter, chooseParameters } from './assemble.ts'
import type { CompiledProgramme } from './compile.ts'
import { lineage, type Pack, type PackSet } from './pack.ts'
import { type JudgedCheck, judgedChecks } from './parameter-checks.ts'

export interface StandardOnDay extends ChosenParameter {
  /** Every word that every level has spoken, the nation first, each level from early to late. */
  readonly entries: readonly { readonly entry: DatedValue; readonly pack: string }[]
  /** When somebody has to look at the source again: the latest such day that the line names. */
  readonly reviewBy: string | null
  /** That day has gone by, and no value has begun since. */
  readonly reviewPast: boolean
}

export interface StandardsOnDay {
  /** The nation first, the pack itself last. */
  readonly line: readonly Pack[]
  readonly parameters: readonly StandardOnDay[]
  readonly checks: readonly JudgedCheck[]
}

export function standardsOn(packs: PackSet, pack: string, date: string): StandardsOnDay {
  const line = lineage(packs.packs, pack)
  const parameters = [...chooseParameters(line, date).values()].map(chosen => ({
    ...chosen,
    entries: line.flatMap(({ name, entries }) =>
      (entries.get(chosen.parameter.name) ?? []).map(entry => ({ entry, pack: name })),
    ),
    ...reviewOf(line, chosen, date),
  }))
  return { line, parameters, checks: judgedChecks(line, date) }
}

/** For each parameter the values that will hold after a day, each from its first day; a new document for an old value is none. */
export function comingAfter(packs: PackSet, pack: string, date: string): ReadonlyMap<string, readonly ComingValue[]> {
  const line = lineage(packs.packs, pack)
  const days = new Set(line.flatMap(({ entries }) => [...entries.values()].flat().map(({ from }) => from)))
  const later = [...days].filter(day => day > date).sort()
  const holding = new Map([...chooseParameters(line, date)].map(([name, { chosen }]) => [name, chosen]))
  const coming = new Map<string, ComingValue[]>()
  for (const day of later)
    for (const [name, { chosen }] of chooseParameters(line, day)) {
      if (chosen && !isSame(chosen.entry, holding.get(name)?.entry))
        coming.set(name, [...(coming.get(name) ?? []), { day, entry: chosen.entry, pack: chosen.pack }])
      holding.set(name, chosen)
    }
  return coming
}

export interface ComingValue {
  /** The first day on which it holds, which may be later than the day from which it was spoken. */
  readonly day: string
  readonly entry: DatedValue
  readonly pack: string
}

function isSame({ value }: DatedValue, before: DatedValue | undefined): boolean {
  const old = before?.value ?? null
  return value === null || old === null ? value === old : settingText(value) === settingText(old)
}

function reviewOf(line: readonly Pack[], { parameter, chosen }: ChosenParameter, date: string) {
  const days = line.flatMap(({ reviews }) =>
    reviews.filter(one => one.parameter === parameter.name).map(({ by }) => by),
  )
  const reviewBy = days.toSorted().at(-1) ?? null
  const reviewPast = reviewBy !== null && reviewBy < date && (chosen === null || chosen.entry.from <= reviewBy)
  return { reviewBy, reviewPast }
}

/** The packs that stand on a pack: itself and whatever inherits from it. */
export function packsBelow(packs: PackSet, pack: string): Pack[] {
  return [...packs.packs.values()].filter(({ name }) => lineage(packs.packs, name).some(above => above.name === pack))
}

/** As it is typed into a field: `880`, `1.5`, `true`, `2026-01-01`, `网站、公示栏`. */
export function settingText(setting: Setting): string {
  if (isSeveral(setting)) return setting.join('、')
  return typeof setting === 'object' ? toDecimal(setting) : String(setting)
}

/** As people read it, with its unit. */
export function showSetting({ unit, optionLabels }: Parameter, setting: Setting): Wording {
  const shown = { unit, optionLabels }
  if (!isSeveral(setting)) return show(setting, shown).display
  const labels = setting.map(one => show(one, shown).display)
  return { 'zh-CN': labels.map(label => label['zh-CN']).join('、'), en: labels.map(label => label.en).join(', ') }
}

/** The same of a text that somebody typed; null when it is none of the parameter's values. */
export function showText(parameter: Parameter, text: string): Wording | null {
  const setting = readSetting(parameter, text)
  return isFault(setting) ? null : showSetting(parameter, setting)
}

export function boundText(bound: Rational | null): string | null {
  return bound && toDecimal(bound)
}

export interface RuleInWords {
  readonly name: string
  readonly label: Wording
  readonly unit: string
  /** What it says, in Chinese; `source` is the formula or the table as it was written. */
  readonly words: string
  readonly source: string
  readonly isTable: boolean
  readonly pack: string
  readonly from: string
  readonly citation: Citation
  /** Parameters that it reads. */
  readonly reads: readonly string[]
}

/** In the order in which they build on each other. */
export function rulesInWords({ rules, parameters, internals }: CompiledProgramme): RuleInWords[] {
  const isParameter = new Set(parameters.map(({ parameter }) => parameter.name))
  return rules.map(({ name, uses }, slot) => {
    const { rule, version, pack } = internals.assembly.rules.get(name)!
    return {
      name,
      label: rule.label,
      unit: rule.unit,
      words: internals.inWords(slot),
      source: version.formula.trim(),
      isTable: version.table !== null,
      pack,
      from: version.from,
      citation: version.citation,
      reads: uses.filter(used => isParameter.has(used)),
    }
  })
}

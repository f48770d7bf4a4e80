/**
 * One programme of one pack on one day: the fields of all levels together, and of every formula and parameter
 * the version in force. Both the checking of packs and the compiling of a programme begin here.
 */
import { choose, firstDate, type Layered } from '../params/choose.ts'
import type { DatedValue, Parameter } from '../params/parameter.ts'
import { compare, type Rational } from '../rational/rational.ts'
import { type Declaration, type Declarations, dayOfEvaluation } from '../schema/declaration.ts'
import type { Field, FormPage } from '../schema/field.ts'
import { declareField } from './form-file.ts'
import type { Pack } from './pack.ts'
import type { ProgrammeFile } from './programme-file.ts'
import { declareRule, type Rule, type RulesFile, type RuleVersion } from './rules-file.ts'

export interface ChosenRule {
  readonly rule: Rule
  readonly version: RuleVersion
  readonly pack: string
}

export interface ChosenParameter {
  readonly parameter: Parameter
  /** Null before the first date. */
  readonly chosen: Layered<DatedValue> | null
  readonly firstDate: string
}

export interface Assembly {
  readonly line: readonly Pack[]
  readonly collection: { readonly name: string; readonly id: string; readonly longest: number }
  readonly pages: readonly FormPage[]
  readonly fields: readonly Field[]
  readonly parameters: ReadonlyMap<string, ChosenParameter>
  /** Formulas that have a version on this day. */
  readonly rules: ReadonlyMap<string, ChosenRule>
  /** Formulas whose first version is later, with its day. */
  readonly laterRules: ReadonlyMap<string, string>
  readonly programme: ProgrammeFile | null
  readonly declarations: Declarations
}

export function assemble(line: readonly Pack[], programme: string, date: string): Assembly {
  const layers = line.map(pack => pack.programmes.get(programme) ?? {})
  const forms = layers.flatMap(layer => (layer.form ? [layer.form] : []))
  const fields = forms.flatMap(form => form.fields.map(f => f.field))
  const parameters = chooseParameters(line, date)
  const { rules, laterRules } = chooseRules(line, programme, date)
  const collection = forms.find(form => form.collection)?.collection ?? { name: '家庭成员', id: 'members', longest: 30 }
  return {
    line,
    collection,
    pages: forms.flatMap(form => form.pages),
    fields,
    parameters,
    rules,
    laterRules,
    programme: joinProgramme(layers.flatMap(layer => (layer.programme ? [layer.programme] : []))),
    declarations: declare(fields, parameters, rules, collection),
  }
}

function declare(
  fields: readonly Field[],
  parameters: ReadonlyMap<string, ChosenParameter>,
  rules: ReadonlyMap<string, ChosenRule>,
  collection: Assembly['collection'],
): Declarations {
  const names = new Map<string, Declaration>()
  for (const field of fields) names.set(field.name, declareField(field))
  for (const { parameter } of parameters.values())
    names.set(parameter.name, { kind: 'parameter', name: parameter.name, type: parameter.checkType })
  for (const { rule, version } of rules.values()) names.set(rule.name, declareRule(rule, version))
  names.delete(dayOfEvaluation)
  return { names, collection }
}

export function chooseParameters(line: readonly Pack[], date: string): Map<string, ChosenParameter> {
  const chosen = new Map<string, ChosenParameter>()
  for (const parameter of line.flatMap(pack => pack.declared)) {
    const first = line.flatMap(pack => pack.entries.get(parameter.name)?.[0]?.from ?? [])
    chosen.set(parameter.name, {
      parameter,
      chosen: chooseEntry(parameter, latestEntries(line, parameter.name, date), date),
      firstDate: first.sort()[0] ?? date,
    })
  }
  return chosen
}

/** What each level says on the day, the nation first. A pack in use lists its entries from the earliest on. */
function latestEntries(line: readonly Pack[], name: string, date: string): Layered<DatedValue>[] {
  const latest: Layered<DatedValue>[] = []
  for (const [depth, pack] of line.entries()) {
    const entry = pack.entries.get(name)?.findLast(({ from }) => from <= date)
    if (entry) latest.push({ entry, pack: pack.name, depth })
  }
  return latest
}

/**
 * Of each level's latest word, one: an upper level that gives no value leaves a lower one's alone, and where a level
 * may only raise (or lower) what stands above it, the stricter word holds whenever it was spoken.
 */
function chooseEntry(
  parameter: Parameter,
  perLevel: readonly Layered<DatedValue>[],
  date: string,
): Layered<DatedValue> | null {
  const lowestSet = Math.max(-1, ...perLevel.filter(level => level.entry.value !== null).map(level => level.depth))
  const speaking = perLevel.filter(level => level.entry.value !== null || level.depth > lowestSet)
  if (parameter.change === 'any' || parameter.soft || speaking.some(level => level.entry.value === null))
    return choose(speaking, date)
  const sign = parameter.change === 'raise' ? 1 : -1
  return speaking.reduce<Layered<DatedValue> | null>(
    (best, level) => (best && !isStricter(level, best, sign) ? best : level),
    null,
  )
}

function isStricter(a: Layered<DatedValue>, b: Layered<DatedValue>, sign: number): boolean {
  const order = compare(a.entry.value as Rational, b.entry.value as Rational) * sign
  return order > 0 || (order === 0 && a.depth > b.depth)
}

function chooseRules(line: readonly Pack[], programme: string, date: string) {
  const [rules, laterRules] = [new Map<string, ChosenRule>(), new Map<string, string>()]
  const files = line.map(pack => pack.programmes.get(programme)?.rules)
  for (const rule of files.flatMap(file => file?.declared.map(d => d.rule) ?? [])) {
    const versions = files.flatMap((file, depth) => {
      return versionsIn(file, rule).map(entry => ({ entry, pack: line[depth]!.name, depth }))
    })
    const chosen = choose(versions, date)
    if (chosen) rules.set(rule.name, { rule, version: chosen.entry, pack: chosen.pack })
    else laterRules.set(rule.name, firstDate(versions) ?? date)
  }
  return { rules, laterRules }
}

/** Every version of a formula that one pack writes: its own, or those for a formula of above. */
export function versionsIn(file: RulesFile | undefined, rule: Rule): RuleVersion[] {
  const own = file?.declared.find(d => d.rule === rule)?.versions ?? []
  const more = file?.overrides.filter(o => o.name === rule.name).flatMap(({ versions }) => versions) ?? []
  return [...own, ...more]
}

/** A lower pack may replace the decision and add outputs; its sentences come after those of above. */
function joinProgramme(files: readonly ProgrammeFile[]): ProgrammeFile | null {
  const [first, ...rest] = files
  if (!first) return null
  return rest.reduce<ProgrammeFile>(
    (joined, file) => ({
      id: joined.id,
      title: file.title,
      paid: file.paid ?? joined.paid,
      decision: { ...joined.decision, ...file.decision },
      carried: [...joined.carried, ...file.carried],
      outputs: [...joined.outputs, ...file.outputs],
      explanation: [...joined.explanation, ...file.explanation],
      workedSum: [...joined.workedSum, ...file.workedSum],
    }),
    first,
  )
}

/** The day on which any formula of the line changes: each has to be checked once. */
export function datesOfChange(line: readonly Pack[], programme: string): string[] {
  const dates = line.flatMap(pack => {
    const rules = pack.programmes.get(programme)?.rules
    const versions = [...(rules?.declared ?? []), ...(rules?.overrides ?? [])].flatMap(rule => rule.versions)
    return versions.map(version => version.from)
  })
  return [...new Set(dates)].sort()
}

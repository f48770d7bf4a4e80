/** A programme of a pack on a day, ready to evaluate households: versions chosen, formulas checked and prepared. */

import { checkCondition } from '../check/agree.ts'
import type { Checked } from '../check/checked.ts'
import { contextFor } from '../check/context.ts'
import { checkExpression } from '../check/formula.ts'
import { parseDate } from '../check/literals.ts'
import { type CheckedRule, type CheckedTable, checkRules } from '../check/programme.ts'
import type { ParameterUse, VersionUse } from '../evaluation.ts'
import { formulaInWords } from '../explain/formula-words.ts'
import { placesIn } from '../explain/places.ts'
import { type FactReader, factReader } from '../interpret/facts.ts'
import { type Prepared, prepare, type Slots } from '../interpret/prepare.ts'
import { type Program, Unknown } from '../interpret/run.ts'
import { parameterUse } from '../interpret/trace.ts'
import type { Value } from '../interpret/value.ts'
import { isFault, isSeveral, type Parameter, readSetting, type Setting } from '../params/parameter.ts'
import { refuse } from '../problem.ts'
import type { DocumentRules, Procedure } from '../procedure.ts'
import type { Wording } from '../schema/citation.ts'
import type { Form } from '../schema/field.ts'
import { FaultError } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { type Assembly, assemble, type ChosenParameter } from './assemble.ts'
import { documentsOn } from './documents-file.ts'
import { lineage, type Pack, type PackSet } from './pack.ts'
import type { Level } from './pack-file.ts'
import { type WeighedCheck, weighChecks } from './parameter-checks.ts'
import { procedureOn } from './procedure.ts'
import { type Paid, paidBy, type Sentence } from './programme-file.ts'

export interface CompiledProgramme {
  readonly pack: string
  readonly packTitle: Wording
  readonly level: Level
  readonly area: string
  /** A demo pack: its figures are examples. */
  readonly example: boolean
  readonly programme: string
  readonly title: Wording
  readonly paid: Paid
  readonly date: string
  readonly form: Form
  /** Null before the first procedure that the pack knows. */
  readonly procedure: Procedure | null
  readonly documents: DocumentRules
  /** Those that a formula or a sentence reads; what else the packs set does not touch this programme. */
  readonly parameters: readonly ResolvedParameter[]
  /** Everything in force: the checked trees that interpreter and compilers read. */
  readonly rules: readonly CheckedRule[]
  readonly contentHash: string
  /** @internal */
  readonly internals: Internals
}

/** A parameter as it stands on the day, for pages that show the rules. `setting` null means 未设定. */
export interface ResolvedParameter extends ChosenParameter {
  readonly setting: Setting | null
  readonly overridden: boolean
}

export interface Internals {
  readonly assembly: Assembly
  readonly program: Program
  readonly slots: Slots
  /** A rule as a sentence, by slot; made when first asked for. */
  readonly inWords: (slot: number) => string
  /** A parameter as a trace shows it, by slot; made when first asked for. */
  readonly parameterUse: (slot: number) => ParameterUse
  /** By slot of the rule: the rows of its decision table, ready to be tried for the trace. */
  readonly tables: ReadonlyMap<number, PreparedTable>
  readonly reader: FactReader
  readonly explanation: readonly PreparedSentence[]
  readonly workedSum: readonly PreparedSentence[]
  readonly ruleVersions: readonly VersionUse[]
  /** Relations between values that could be weighed on this day, whether they hold or not. */
  readonly checks: readonly WeighedCheck[]
  readonly warnings: readonly { readonly name: string; readonly message: Wording }[]
}

export interface PreparedTable extends Omit<CheckedTable, 'rows'> {
  readonly rows: readonly { readonly number: number; readonly condition: Prepared }[]
}

export interface PreparedSentence {
  readonly sentence: Sentence
  readonly when: Prepared | null
}

export interface ProgrammeQuery {
  readonly pack: string
  readonly programme: string
  readonly date: string
  /** Parameter name or id → value, for "what if" and for worked examples with sample figures. */
  readonly overrides?: Readonly<Record<string, string>>
}

export function compile(packs: PackSet, query: ProgrammeQuery): CompiledProgramme {
  const { line, day } = locate(packs, query)
  const assembly = assemble(line, query.programme, query.date)
  if (!assembly.programme) throw refuse('policy.programme-unknown', { pack: query.pack, programme: query.programme })
  requireRules(assembly, query)
  const resolved = resolveParameters(assembly, query.overrides ?? {})
  const { rules, faults } = checkRules(assembly.declarations)
  if (faults.length > 0)
    throw refuse('policy.pack-invalid', { pack: query.pack, rule: faults[0]!.rule, problem: faults[0]!.fault.code })
  const readSentences = (list: readonly Sentence[]) => list.flatMap(sentence => readSentence(sentence, assembly, rules))
  const [explanation, workedSum] = [assembly.programme.explanation, assembly.programme.workedSum].map(readSentences)
  const read = new Set([...rules, ...explanation!, ...workedSum!].flatMap(({ uses }) => uses))
  const parameters = resolved.filter(({ parameter }) => read.has(parameter.name))
  const slots = slotsOf(assembly, parameters, rules)
  const checks = weighChecks(line, query.date, resolved)
  const pack = line.at(-1)!
  return {
    pack: pack.name,
    packTitle: pack.title,
    level: pack.level,
    area: pack.area,
    example: pack.example,
    programme: query.programme,
    title: assembly.programme.title,
    paid: paidBy(assembly.programme),
    date: query.date,
    form: { pages: assembly.pages, fields: assembly.fields, collection: assembly.collection },
    procedure: procedureOf(line, query),
    documents: documentsOn(
      line.flatMap(p => p.programmes.get(query.programme)?.documents ?? []),
      query.date,
    ),
    parameters,
    rules,
    contentHash: packs.contentHash,
    internals: {
      assembly,
      program: {
        day,
        parameters: parameters.map(parameter => settingOf(parameter, query)),
        rules: rules.map(rule => prepare(rule.tree, slots)),
      },
      slots,
      inWords: remembered(slot => formulaInWords(rules[slot]!.tree)),
      parameterUse: remembered(slot => parameterUse(parameters[slot]!, query.date)),
      tables: new Map(rules.flatMap((rule, slot) => (rule.table ? [[slot, prepareTable(rule.table, slots)]] : []))),
      reader: factReader(assembly),
      explanation: explanation!.map(sentence => prepareSentence(sentence, slots)),
      workedSum: workedSum!.map(sentence => prepareSentence(sentence, slots)),
      ruleVersions: rules.map(rule => {
        const { version, pack: owner } = assembly.rules.get(rule.name)!
        return { name: rule.name, pack: owner, from: version.from }
      }),
      checks,
      warnings: checks.filter(({ holds }) => !holds).map(({ check, message }) => ({ name: check.name, message })),
    },
  }
}

function locate(packs: PackSet, query: ProgrammeQuery): { line: Pack[]; day: Temporal.PlainDate } {
  if (!packs.packs.has(query.pack))
    throw refuse('policy.pack-unknown', { pack: query.pack, known: [...packs.packs.keys()] })
  if (packs.broken.has(query.pack)) throw refuse('policy.pack-invalid', { pack: query.pack })
  const day = parseDate(query.date)
  if (!day) throw refuse('policy.date-invalid', { date: query.date })
  return { line: lineage(packs.packs, query.pack), day }
}

/** The formulas of the decision must have begun. */
function requireRules({ programme, laterRules }: Assembly, query: ProgrammeQuery): void {
  for (const { rule } of Object.values(programme?.decision ?? {})) {
    const firstDate = laterRules.get(rule)
    if (firstDate !== undefined)
      throw refuse('policy.rule-before-first-date', { rule, pack: query.pack, date: query.date, firstDate })
  }
}

function procedureOf(line: readonly Pack[], query: ProgrammeQuery): Procedure | null {
  const pieces = line.flatMap((pack, depth) =>
    (pack.programmes.get(query.programme)?.procedure ?? []).map(piece => ({ piece, pack: pack.name, depth })),
  )
  return procedureOn(pieces, query.programme, query.pack, query.date)
}

function resolveParameters(assembly: Assembly, overrides: Readonly<Record<string, string>>): ResolvedParameter[] {
  const all = [...assembly.parameters.values()]
  const settings = new Map<string, Setting>()
  for (const [key, text] of Object.entries(overrides)) {
    const found = all.find(({ parameter }) => parameter.name === key || parameter.id === key)
    if (!found) throw refuse('policy.override-unknown', { parameter: key })
    const setting = readSetting(found.parameter, text)
    if (isFault(setting))
      throw refuse('policy.override-invalid', { parameter: key, value: text, problem: setting.fault })
    settings.set(found.parameter.name, setting)
  }
  return all.map(chosen => {
    const override = settings.get(chosen.parameter.name)
    return { ...chosen, setting: override ?? chosen.chosen?.entry.value ?? null, overridden: override !== undefined }
  })
}

/** The value, or a refusal that says which value is missing, where it would stand, and since when there are any. */
function settingOf(
  { parameter, chosen, setting, firstDate }: ResolvedParameter,
  query: ProgrammeQuery,
): Value | Unknown {
  if (setting !== null) return asValue(parameter, setting)
  const about = { parameter: parameter.name, parameterId: parameter.id, pack: query.pack, date: query.date }
  if (!chosen) return new Unknown(() => refuse('policy.parameter-before-first-date', { ...about, firstDate }))
  const { citation } = chosen.entry
  return new Unknown(() =>
    refuse('policy.parameter-unset', {
      ...about,
      setBy: chosen.pack,
      document: citation.title,
      clause: citation.clause,
    }),
  )
}

/** Several of a list are only shown, never computed with. */
function asValue(parameter: Parameter, setting: Setting): Value {
  if (isSeveral(setting)) return setting.join('、')
  return parameter.type === 'date' ? parseDate(setting as string) : setting
}

function remembered<T>(make: (slot: number) => T): (slot: number) => T {
  const made = new Map<number, T>()
  return slot => {
    const known = made.get(slot)
    if (known !== undefined) return known
    const fresh = make(slot)
    made.set(slot, fresh)
    return fresh
  }
}

function prepareTable(table: CheckedTable, slots: Slots): PreparedTable {
  return {
    ...table,
    rows: table.rows.map(({ number, condition }) => ({ number, condition: prepare(condition, slots) })),
  }
}

function slotsOf(assembly: Assembly, parameters: readonly ResolvedParameter[], rules: readonly CheckedRule[]): Slots {
  const numbered = (names: readonly string[]) => new Map(names.map((name, slot) => [name, slot]))
  return {
    fields: numbered(assembly.fields.map(field => field.name)),
    rules: numbered(rules.map(rule => rule.name)),
    parameters: numbered(parameters.map(({ parameter }) => parameter.name)),
  }
}

interface CheckedSentence {
  readonly sentence: Sentence
  readonly condition: Checked | null
  /** What its condition and its places name. */
  readonly uses: readonly string[]
}

/** A sentence about something whose rules begin later is not said yet. */
function readSentence(sentence: Sentence, assembly: Assembly, rules: readonly CheckedRule[]): CheckedSentence[] {
  const shown = [...placesIn(sentence.text['zh-CN']), ...placesIn(sentence.text.en)]
  if (shown.some(name => assembly.laterRules.has(name))) return []
  if (sentence.when === null) return [{ sentence, condition: null, uses: shown }]
  try {
    const { tree, uses } = checkSentenceCondition(sentence.when, assembly, rules)
    return [{ sentence, condition: tree, uses: [...shown, ...uses] }]
  } catch (error) {
    if (error instanceof FaultError) return []
    throw error
  }
}

function prepareSentence({ sentence, condition }: CheckedSentence, slots: Slots): PreparedSentence {
  return { sentence, when: condition && prepare(condition, slots) }
}

/** The condition of a sentence is a yes/no formula about the household. */
export function checkSentenceCondition(
  source: string,
  assembly: Assembly,
  rules: readonly CheckedRule[],
): { readonly tree: Checked; readonly uses: ReadonlySet<string> } {
  const types = new Map(rules.map(rule => [rule.name, rule.type]))
  const context = contextFor('household', assembly.declarations, name => types.get(name)!, checkExpression)
  return { tree: checkCondition(parse(source), context), uses: context.uses }
}

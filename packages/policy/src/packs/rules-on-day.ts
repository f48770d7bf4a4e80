/**
 * The formulas of a programme as an officer works on them: what holds on a day, every version there is, whether this
 * pack may write one, which names a formula may use, and what would be wrong with a new text.
 */
import { type CheckedRules, checkRules } from '../check/programme.ts'
import { word } from '../messages.ts'
import type { PolicyProblem } from '../problem.ts'
import type { Wording } from '../schema/citation.ts'
import { type Declaration, dayOfEvaluation } from '../schema/declaration.ts'
import type { Type } from '../schema/type.ts'
import { showUnit } from '../schema/unit.ts'
import type { Fault } from '../syntax/fault.ts'
import type { TableFrame } from '../tables/table.ts'
import { type Assembly, assemble, type ChosenRule, versionsIn } from './assemble.ts'
import { mayWrite } from './check-pack.ts'
import { lineage, type PackSet } from './pack.ts'
import { declareRule, type Rule, type RuleVersion } from './rules-file.ts'

export interface RuleOnDay {
  readonly rule: Rule
  /** Null before its first version. */
  readonly chosen: ChosenRule | null
  /** Every version that every level has written, the nation first, each level from early to late. */
  readonly entries: readonly { readonly entry: RuleVersion; readonly pack: string }[]
  /** Whether the pack may write a version of it. */
  readonly open: boolean
}

interface RulesQuery {
  readonly pack: string
  readonly programme: string
  readonly date: string
}

export function rulesOn(packs: PackSet, { pack: name, programme, date }: RulesQuery): RuleOnDay[] {
  const line = lineage(packs.packs, name)
  const pack = line.at(-1)
  const { rules } = assemble(line, programme, date)
  const filesOf = line.map(above => ({ pack: above.name, file: above.programmes.get(programme)?.rules }))
  const declared = filesOf.flatMap(({ file }) => file?.declared.map(one => one.rule) ?? [])
  return declared.map(rule => ({
    rule,
    chosen: rules.get(rule.name) ?? null,
    entries: filesOf.flatMap(above =>
      versionsIn(above.file, rule)
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map(entry => ({ entry, pack: above.pack })),
    ),
    open: pack !== undefined && mayWrite(pack, rule),
  }))
}

/** Something that a formula may name. */
export interface NameInFormula {
  readonly name: string
  readonly kind: Declaration['kind'] | 'collection' | 'day'
  readonly label: Wording
  /** One of each member, rather than one of the household. */
  readonly ofMember: boolean
  readonly unit: string
  /** Of a closed list; written in quotes. */
  readonly options: readonly string[]
}

export function namesInFormulas(packs: PackSet, { pack, programme, date }: RulesQuery): NameInFormula[] {
  const assembly = assemble(lineage(packs.packs, pack), programme, date)
  const { names, collection } = assembly.declarations
  const plain = { ofMember: false, unit: '', options: [] }
  const built: NameInFormula[] = [
    { ...plain, name: collection.name, kind: 'collection', label: { 'zh-CN': collection.name, en: 'the members' } },
    { ...plain, name: dayOfEvaluation, kind: 'day', label: { 'zh-CN': dayOfEvaluation, en: 'day of assessment' } },
  ]
  const labels = labelsOf(assembly)
  const declared = [...names.values()]
    .filter(({ type }) => type.kind !== 'list')
    .map(({ name, kind, type, ...more }) => ({
      ...{ name, kind, label: labels.get(name) ?? { 'zh-CN': name, en: name } },
      ...{ ofMember: 'scope' in more && more.scope === 'member', unit: unitOf(type), options: optionsOf(type) },
    }))
  return [...built, ...declared]
}

function labelsOf({ fields, parameters, rules }: Assembly): ReadonlyMap<string, Wording> {
  const declared = [
    ...fields,
    ...[...parameters.values()].map(({ parameter }) => parameter),
    ...[...rules.values()].map(({ rule }) => rule),
  ]
  return new Map(declared.map(({ name, label }) => [name, label]))
}

const unitOf = (type: Type) => (type.kind === 'number' ? showUnit(type.unit) : '')
const optionsOf = (type: Type) => (type.kind === 'text' ? (type.options ?? []) : [])

export interface FormulaText {
  readonly rule: string
  /** The formula, or the rows of a decision table when there is a frame for it. */
  readonly formula: string
  readonly table: TableFrame | null
}

/** What is wrong in a text, at its line and column, or in another formula once this one says what it says. */
export interface FormulaFault extends Pick<PolicyProblem, 'code' | 'message' | 'suggestion'> {
  readonly rule: string
  /** 1-based, in the text that was tried; null for what is wrong in another formula. */
  readonly at: { readonly line: number; readonly column: number } | null
}

/** Null when the programme has no such rule. Faults that stand there already are not told again. */
export function tryFormula(packs: PackSet, query: RulesQuery, text: FormulaText): FormulaFault[] | null {
  const line = lineage(packs.packs, query.pack)
  const { declarations } = assemble(line, query.programme, query.date)
  const found = rulesOn(packs, query).find(({ rule }) => rule.name === text.rule)
  const version = found?.chosen?.version ?? found?.entries[0]?.entry
  if (!found || !version) return null
  const tried = declareRule(found.rule, { ...version, formula: text.formula, table: text.table })
  const names = new Map(declarations.names).set(text.rule, tried)
  const known = new Set(keysOf(checkRules(declarations)))
  const after = checkRules({ ...declarations, names })
  return after.faults
    .filter((fault, i) => fault.rule === text.rule || !known.has(keysOf(after)[i]!))
    .map(({ rule, fault }) => asFormulaFault(rule, fault, rule === text.rule ? text.formula : null))
}

const keysOf = ({ faults }: CheckedRules) => faults.map(({ rule, fault }) => `${rule} ${fault.code}`)

function asFormulaFault(rule: string, { code, at, values }: Fault, text: string | null): FormulaFault {
  const before = text?.slice(0, at.from).split('\n')
  const place = before ? { line: before.length, column: [...before.at(-1)!].length + 1 } : null
  return { rule, code, at: place, ...word(code, values) }
}

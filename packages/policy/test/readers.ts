/**
 * The three readers of a programme over the same households: what the exact interpreter says of every formula, and how
 * columns and SQL differ from it. A reader in doubt says nothing; where the interpreter refuses, it has to be in doubt.
 */
import {
  batchOf,
  type CompiledProgramme,
  compileColumns,
  compileSql,
  runKernel,
  type Situation,
  valueAt,
  valuesOf,
} from '../src/index.ts'
import { type GivenFacts, readSituation } from '../src/interpret/facts.ts'
import { Run, Unknown } from '../src/interpret/run.ts'
import type { Value } from '../src/interpret/value.ts'
import { type LoweredProgramme, packDate } from '../src/lowering/lowered.ts'
import { fraction, type Rational, toDecimal, toText } from '../src/rational/rational.ts'
import { answersOf, type RawHousehold, type SqlDatabase, sourceOf } from './sql-database.ts'

/** Values as text: a fraction in lowest terms, `yes` or `no`, a text, a packed date. */
type Shown = string

/** By formula: the value of the household, or of each of its members. Null where one formula is refused. */
export type Answers = ReadonlyMap<string, readonly Shown[]> | null

export interface Difference {
  readonly reader: 'columns' | 'sql'
  readonly household: number
  readonly rule: string
  readonly exact: string
  readonly found: string
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Households that columns, or SQL, left to the interpreter although it has an answer. */
  readonly leftByColumns: number
  readonly leftBySql: number
  readonly refused: number
  readonly values: number
}

export function exactly(programme: CompiledProgramme, facts: GivenFacts, rules: readonly string[]): Answers {
  const run = new Run(programme.internals.program, facts, false)
  try {
    return new Map(
      rules.map(rule => {
        const slot = programme.internals.slots.rules.get(rule)!
        const isMembers = programme.internals.assembly.rules.get(rule)!.rule.scope === 'member'
        const rows = isMembers ? Array.from({ length: run.size }, (_, i) => i) : [-1]
        return [rule, rows.map(row => show(run.rule(slot, row)))]
      }),
    )
  } catch {
    return null
  }
}

function show(value: Value): Shown {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (value instanceof Temporal.PlainDate) return String(packDate(value.year, value.month, value.day))
  return toText(value as Rational)
}

/** Formulas that columns and SQL can read; the others are the interpreter's, and are counted by whoever asks. */
export function readable(programme: CompiledProgramme): readonly string[] {
  const { lowered } = compileColumns(programme)
  return lowered.results.filter(({ reason }) => reason === undefined).map(({ rule }) => rule)
}

export async function compareReaders(
  programme: CompiledProgramme,
  situations: readonly Situation[],
  database: SqlDatabase,
  rules: readonly string[] = readable(programme),
): Promise<Comparison> {
  const facts = situations.map(situation => readSituation(situation, programme.internals.reader))
  const exact = facts.map(one => exactly(programme, one, rules))
  const columns = inColumns(programme, situations, rules)
  const sql = await inSql(
    programme,
    facts.map(one => rawOf(programme, one)),
    rules,
    database,
  )
  return {
    differences: [...differences('columns', exact, columns), ...differences('sql', exact, sql)],
    leftByColumns: exact.filter((answer, h) => answer !== null && columns[h] === null).length,
    leftBySql: exact.filter((answer, h) => answer !== null && sql[h] === null).length,
    refused: exact.filter(answer => answer === null).length,
    values: exact.reduce((all, answer) => all + [...(answer?.values() ?? [])].flat().length, 0),
  }
}

function differences(reader: Difference['reader'], exact: readonly Answers[], found: readonly Answers[]): Difference[] {
  return exact.flatMap((wanted, household) => {
    const answer = found[household]!
    if (answer === null) return []
    if (wanted === null) return [{ reader, household, rule: '', exact: 'refused', found: 'an answer' }]
    return [...wanted].flatMap(([rule, values]) => {
      const [a, b] = [values.join(' '), answer.get(rule)!.join(' ')]
      return a === b ? [] : [{ reader, household, rule, exact: a, found: b }]
    })
  })
}

// ── Columns ──

export function inColumns(
  programme: CompiledProgramme,
  situations: readonly Situation[],
  rules: readonly string[],
): readonly Answers[] {
  const kernel = compileColumns(programme, rules)
  const { lowered } = kernel
  const batch = batchOf(programme, lowered, situations)
  const answers = runKernel(kernel, batch)
  const doubtful = new Set(answers.doubtful)
  const at = (step: number, h: number, m: number) => {
    const row = lowered.steps[step]!.scope === 'household' ? h : m
    return valueAt(valuesOf(kernel, answers, step), row)
  }
  return situations.map((_, h) => {
    if (doubtful.has(h)) return null
    const members = Array.from({ length: batch.offsets[h + 1]! - batch.offsets[h]! }, (_, i) => batch.offsets[h]! + i)
    return new Map(
      lowered.results.map(({ rule, scope, value }) => [
        rule,
        (scope === 'household' ? [-1] : members).map(m =>
          value.kind === 'number'
            ? toText(
                fraction(
                  BigInt(at(value.step, h, m)),
                  value.denominators.reduce((line, step) => line * BigInt(at(step, h, m)), value.scale),
                ),
              )
            : shown(value.kind, String(at(value.step, h, m)), lowered.texts),
        ),
      ]),
    )
  })
}

function shown(
  kind: LoweredProgramme['results'][number]['value']['kind'],
  code: string,
  texts: readonly string[],
): Shown {
  if (kind === 'yes-no') return code === '1' || code === 'true' || code === 't' ? 'yes' : 'no'
  return kind === 'text' ? texts[Number(code)]! : code
}

// ── SQL ──

export async function inSql(
  programme: CompiledProgramme,
  households: readonly RawHousehold[],
  rules: readonly string[],
  database: SqlDatabase,
): Promise<readonly Answers[]> {
  const query = compileSql(programme, { ...sourceOf(programme, households), outputs: rules })
  const rows = await answersOf(database, query)
  if (rows.length !== households.length) throw new Error(`${rows.length} rows for ${households.length} households`)
  return rows.map(row => {
    if (row.outside !== 'false' || row.doubtful !== 'false') return null
    return new Map(
      query.outputs.map(({ rule, scope, kind, column, over }) => {
        const listed = (text: string | null) => (scope === 'member' ? text!.slice(1, -1).split(',') : [text!])
        const under = over === null ? [] : listed(row[over]!)
        return [
          rule,
          listed(row[column]!).map((text, i) =>
            kind === 'number' ? toText(fraction(BigInt(text), BigInt(under[i]!))) : shown(kind, text, query.texts),
          ),
        ]
      }),
    )
  })
}

/** Facts as they would stand in a table: decimals, booleans, texts, dates; null for what is missing or unknown. */
export function rawOf({ form }: CompiledProgramme, facts: GivenFacts): RawHousehold {
  const row = (scope: string, values: readonly (Value | Unknown)[]) =>
    Object.fromEntries(
      form.fields.flatMap((field, slot) => (field.scope === scope ? [[field.id, raw(values[slot]!)]] : [])),
    )
  return { household: row('household', facts.household), members: facts.members.map(member => row('member', member)) }
}

function raw(value: Value | Unknown): unknown {
  if (value === null || value instanceof Unknown) return null
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (value instanceof Temporal.PlainDate) return value.toString()
  return toDecimal(value as Rational)
}

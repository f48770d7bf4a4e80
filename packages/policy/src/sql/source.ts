/**
 * Where the facts stand: the caller's two tables, and how they become what the steps read. A fact outside what the form
 * allows is set to the low end of its range and its row marked `outside`, so that nothing after it can overflow, divide
 * by zero or be null; so is a missing one, of which `u…` keeps that it was missing.
 */
import { type Column, packDate } from '../lowering/lowered.ts'
import type { Option, Scope } from '../schema/field.ts'
import { lastDay } from './calendar.ts'
import { choose, identifier, literal } from './text.ts'

export interface SqlTable {
  /** Table or view, before it perhaps its schema; or a query of the caller's own, which is taken as it is. */
  readonly from: readonly string[] | { readonly query: string }
  /**
   * What its columns hold. `facts`: numbers in their unit, booleans, dates, and for a choice the text or the id of an
   * option. `numbers`: whole numbers of the last decimal place, 1 and 0, packed dates, and positions among the options.
   */
  readonly holds: 'facts' | 'numbers'
  /** Column for each field id; where nothing is said the column bears the field's id. */
  readonly columns?: Readonly<Record<string, string>>
}

export interface SqlSource {
  readonly household: SqlTable & { readonly id: string }
  /** `household` names the household of the member, `position` tells its members apart and puts them in order. */
  readonly member: SqlTable & { readonly household: string; readonly position: string }
}

export interface FieldColumns {
  readonly columns: readonly Column[]
  readonly texts: readonly string[]
}

/** The facts of one scope, ready for the steps: `c…` the values, `u…` whether they are missing, `outside`. */
export function printFacts(scope: Scope, source: SqlSource, { columns, texts }: FieldColumns): string {
  const table = source[scope]
  const keys =
    scope === 'household'
      ? [`${identifier(source.household.id)} as household`]
      : [`${identifier(source.member.household)} as household`, `${identifier(source.member.position)} as position`]
  const facts = [...columns.entries()]
    .filter(([, column]) => column.scope === scope)
    .map(([i, column]) => [i, read(column, table, texts)] as const)
  const outside =
    facts.length === 0 ? 'false' : `(${facts.map(([, fact]) => fact.fits).join('\n    and ')}) is not true`
  return `select ${[
    ...keys.map(key => `t.${key}`),
    `${outside} as outside`,
    ...facts.map(([i, { value }]) => `${value} as c${i}`),
    ...facts.flatMap(([i, { missing }]) => (missing === null ? [] : [`${missing} as u${i}`])),
  ].join(',\n    ')}
  from ${relation(table)} t
  offset 0`
}

function relation({ from }: SqlTable): string {
  return 'query' in from ? `(${from.query})` : from.map(identifier).join('.')
}

interface Fact {
  readonly value: string
  readonly fits: string
  readonly missing: string | null
}

function read(column: Column, table: SqlTable, texts: readonly string[]): Fact {
  const raw = `t.${identifier(table.columns?.[column.field.id] ?? column.field.id)}`
  const { fits, value } = (table.holds === 'facts' ? asFact : asNumber)(column, raw, texts)
  const low = column.encoding === 'yes-no' ? 'false' : `${column.range.min}::bigint`
  return {
    value: `case when ${fits} then ${value} else ${low} end`,
    fits: column.missing === 'never' ? fits : `(${raw} is null or ${fits})`,
    missing: column.missing === 'never' ? null : `${raw} is null`,
  }
}

type Reading = Pick<Fact, 'fits' | 'value'>

function asFact(column: Column, raw: string, texts: readonly string[]): Reading {
  const { field, encoding } = column
  switch (encoding) {
    case 'yes-no':
      return { fits: `${raw} is not null`, value: raw }
    case 'choice': {
      const code = choose(
        raw,
        field.options.flatMap(option => namesOf(option).map(name => [literal(name), codeOf(option, texts)])),
      )
      return { fits: `${code} is not null`, value: `${code}::bigint` }
    }
    case 'date':
      return { fits: `${raw} between '0001-01-01' and '9999-12-31'`, value: packed(raw) }
    case 'number': {
      const units = `(${raw}::numeric * ${10n ** BigInt(field.decimals)})`
      const inRange = `${units} between ${column.range.min} and ${column.range.max}`
      return { fits: `(${inRange} and ${units} = trunc(${units}))`, value: `${units}::bigint` }
    }
  }
}

function asNumber(column: Column, raw: string, texts: readonly string[]): Reading {
  const { field, encoding, range } = column
  switch (encoding) {
    case 'yes-no':
      return { fits: `${raw} between 0 and 1`, value: `${whole(raw)} = 1` }
    case 'choice':
      return {
        fits: `${raw} between 0 and ${field.options.length - 1}`,
        value: codeAt(
          raw,
          field.options.map(option => codeOf(option, texts)),
        ),
      }
    case 'date': {
      const [year, month, day] = [`(${raw} >> 9)`, `((${raw} >> 5) & 15)`, `(${raw} & 31)`]
      const inYear = `${month} between 1 and 12 and ${day} between 1 and ${lastDay(year, `(${month} - 1)`)}`
      return { fits: `(${raw} between ${range.min} and ${range.max} and ${inYear})`, value: `${raw}::bigint` }
    }
    case 'number':
      return { fits: `${raw} between ${range.min} and ${range.max}`, value: `${whole(raw)}::bigint` }
  }
}

/**
 * A column of whole numbers, and of nothing else: `| 0` is refused of others, which would be rounded in silence. It is
 * never worked out, because the planner drops the branch.
 */
function whole(raw: string): string {
  return `(case when true then ${raw} else ${raw} | 0 end)`
}

/** Options usually follow each other in the dictionary of the programme; then a code is a position moved on. */
function codeAt(raw: string, codes: readonly number[]): string {
  const [first = 0] = codes
  const inOrder = codes.every((code, position) => code === first + position)
  return inOrder
    ? `(${whole(raw)} + ${first})::bigint`
    : `${choose(
        raw,
        codes.map((code, position) => [String(position), code]),
      )}::bigint`
}

function namesOf({ value, id }: Option): readonly string[] {
  return value === id ? [value] : [value, id]
}

function codeOf({ value }: Option, texts: readonly string[]): number {
  return texts.indexOf(value)
}

function packed(date: string): string {
  const part = (name: string) => `extract(${name} from ${date})::bigint`
  return `(${part('year')} * ${packDate(1, 0, 0)} + ${part('month')} * ${packDate(0, 1, 0)} + ${part('day')})`
}

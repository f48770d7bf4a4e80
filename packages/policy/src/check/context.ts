/** Where in a formula we are: which loops are open, which values are known to be present, what has been used. */
import type { Declarations } from '../schema/declaration.ts'
import type { Scope } from '../schema/field.ts'
import type { Type } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import type { Expression, Span } from '../syntax/tree.ts'
import type { Checked, Row } from './checked.ts'

export interface OpenRow {
  /** Null for the member that a member formula is about. */
  readonly variable: string | null
  readonly row: number
  /** Its items may be written without a dot: in filters, and in formulas about a member. */
  readonly implicit: boolean
}

export interface Context {
  readonly declarations: Declarations
  readonly rows: readonly OpenRow[]
  /** Nullable values that a test around us has shown to be there. */
  readonly present: ReadonlySet<string>
  /** The inferred type of another formula, which is checked first. */
  readonly typeOfRule: (name: string) => Type
  readonly uses: Set<string>
  /** Checks a part of the formula; carried here so that the files of this folder need not import each other in a circle. */
  readonly check: (expression: Expression, context: Context) => Checked
}

export function contextFor(
  scope: Scope,
  declarations: Declarations,
  typeOfRule: (name: string) => Type,
  check: Context['check'],
): Context {
  const rows: OpenRow[] = scope === 'member' ? [{ variable: null, row: 0, implicit: true }] : []
  return { declarations, rows, present: new Set(), typeOfRule, uses: new Set(), check }
}

export function withRow(context: Context, open: OpenRow): Context {
  return { ...context, rows: [...context.rows, open] }
}

export function knowing(context: Context, present: Iterable<string>): Context {
  return { ...context, present: new Set([...context.present, ...present]) }
}

export function presenceKey(name: string, row: Row): string {
  return `${row}:${name}`
}

/** What a condition proves to be present when it came out `holds`. */
export function provenPresent(condition: Checked, holds: boolean): string[] {
  switch (condition.kind) {
    case 'not':
      return provenPresent(condition.of, !holds)
    case 'and':
    case 'or':
      return (condition.kind === 'and') === holds
        ? [...provenPresent(condition.left, holds), ...provenPresent(condition.right, holds)]
        : []
    case 'comparison': {
      const tested = condition.right.kind === 'null' ? condition.left : condition.right
      const testsNull = condition.left.kind === 'null' || condition.right.kind === 'null'
      const provesPresence = testsNull && (condition.operator === '!=') === holds
      return provesPresence && tested.kind === 'field' ? [presenceKey(tested.name, tested.row)] : []
    }
    default:
      return []
  }
}

/** Refuses a value that may be missing where one is needed. */
export function requirePresent(checked: Checked, written: Expression | Span): void {
  if (!checked.type.nullable) return
  const name = nameOf(checked)
  if (name === null) stop('check.part-may-be-null', written)
  stop('check.may-be-null', written, { name })
}

/** Null for anything that is worked out on the spot. */
export function nameOf(checked: Checked): string | null {
  return checked.kind === 'field' || checked.kind === 'rule' || checked.kind === 'parameter' ? checked.name : null
}

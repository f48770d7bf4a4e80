/**
 * All formulas of a programme: each is checked after those it reads, circles are reported as a path, and a
 * formula whose inputs are already wrong is passed over, so that one mistake gives one message.
 */
import type { Declarations, RuleDeclaration } from '../schema/declaration.ts'
import { type NumberType, nameType, type Type } from '../schema/type.ts'
import { nameUnit, sameUnit } from '../schema/unit.ts'
import { type Fault, FaultError, fault, stop } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { checkCoverage } from '../tables/coverage.ts'
import { rowCondition, tableExpression } from '../tables/expression.ts'
import { readTable, type Table } from '../tables/table.ts'
import { checkOptions } from './agree.ts'
import type { Checked } from './checked.ts'
import { type Context, contextFor } from './context.ts'
import { checkExpression } from './formula.ts'

export interface CheckedRule {
  readonly name: string
  readonly tree: Checked
  readonly type: Type
  /** Fields, parameters and rules that it names. */
  readonly uses: readonly string[]
  /** The rows of a decision table in the order in which they are tried; null for a formula. */
  readonly table: CheckedTable | null
}

export interface CheckedTable {
  /** Later rows are not looked at once one has hit. */
  readonly firstOnly: boolean
  readonly rows: readonly { readonly number: number; readonly condition: Checked }[]
  readonly hasDefault: boolean
}

export interface CheckedRules {
  /** In an order in which every rule comes after those it reads. */
  readonly rules: readonly CheckedRule[]
  readonly faults: readonly { readonly rule: string; readonly fault: Fault }[]
}

/** Longer chains were written by no person, and would exhaust whoever follows them. */
const longestChain = 200

/** Raised through the formulas that read a wrong one; they stay silent. */
class InputIsWrong extends Error {}

export function checkRules(declarations: Declarations): CheckedRules {
  const checker = new RulesChecker(declarations)
  for (const declaration of declarations.names.values())
    if (declaration.kind === 'rule') checker.visit(declaration.name)
  return { rules: [...checker.done.values()], faults: checker.faults }
}

class RulesChecker {
  readonly done = new Map<string, CheckedRule>()
  readonly faults: { rule: string; fault: Fault }[] = []
  private readonly wrong = new Set<string>()
  private readonly path: string[] = []
  /** How many formulas lean on each other below one, itself included. */
  private readonly chain = new Map<string, number>()
  private readonly declarations: Declarations

  constructor(declarations: Declarations) {
    this.declarations = declarations
  }

  /** Checks a rule once; null when it or something it reads is wrong. */
  visit(name: string): CheckedRule | null {
    if (this.wrong.has(name)) return null
    const known = this.done.get(name)
    if (known) return known
    this.path.push(name)
    try {
      const rule = this.check(this.declarations.names.get(name) as RuleDeclaration)
      this.done.set(name, rule)
      return rule
    } catch (error) {
      this.wrong.add(name)
      if (error instanceof FaultError) this.faults.push({ rule: name, fault: error.fault })
      else if (!(error instanceof InputIsWrong)) throw error
      return null
    } finally {
      this.path.pop()
    }
  }

  private check(rule: RuleDeclaration): CheckedRule {
    const written = rule.table && readTable(rule.source, rule.table)
    const context = contextFor(rule.scope, this.declarations, name => this.typeOf(name), checkExpression)
    const tree = checkExpression(written ? tableExpression(written) : parse(rule.source), context)
    const table = written && checkTable(written, context)
    const below = [...context.uses].map(name => this.chain.get(name) ?? 0)
    const length = 1 + below.reduce((longest, one) => Math.max(longest, one), 0)
    if (length > longestChain) this.stopChain(rule.name)
    this.chain.set(rule.name, length)
    return { name: rule.name, tree, type: fit(rule, tree), uses: [...context.uses], table }
  }

  private typeOf(name: string): Type {
    const start = this.path.indexOf(name)
    if (start >= 0) {
      const path = [...this.path.slice(start), name].join(' → ')
      for (const member of this.path.slice(start)) this.wrong.add(member)
      this.faults.push({ rule: name, fault: fault('check.cycle', { from: 0, to: 0 }, { path }) })
      throw new InputIsWrong()
    }
    if (this.path.length >= longestChain) this.stopChain(this.path.at(-1)!)
    const rule = this.visit(name)
    if (!rule) throw new InputIsWrong()
    return rule.type
  }

  private stopChain(name: string): never {
    stop('check.chain-too-long', { from: 0, to: 0 }, { name, limit: String(longestChain) })
  }
}

/** What cannot be seen in the formula that a table becomes: rows that clash, gaps between rows. */
function checkTable(table: Table, context: Context): CheckedTable {
  checkCoverage(
    table,
    table.inputs.map(input => checkExpression(input, context).type),
  )
  return {
    firstOnly: !table.hit.startsWith('collect'),
    rows: table.rows.map(row => ({
      number: row.number,
      condition: checkExpression(rowCondition(table, row), context),
    })),
    hasDefault: table.byDefault !== null,
  }
}

/** Holds the formula against what is declared; the result is the declared type with the inferred range. */
function fit(rule: RuleDeclaration, tree: Checked): Type {
  const [wanted, found] = [rule.type, tree.type]
  const at = { from: tree.from, to: tree.to }
  if (found.nullable) stop('check.result-may-be-null', at, { name: rule.name })
  if (wanted.kind !== found.kind)
    stop('check.result-type', at, {
      name: rule.name,
      wanted: nameType(wanted),
      wantedEn: wanted.kind,
      found: nameType(found),
      foundEn: found.kind,
    })
  if (wanted.kind === 'number') return fitNumber(rule.name, wanted, found as NumberType, at)
  if (wanted.kind === 'text') for (const leaf of leaves(tree)) checkOptions(leaf, { ...tree, type: wanted } as Checked)
  return wanted
}

function fitNumber(name: string, wanted: NumberType, found: NumberType, at: { from: number; to: number }): Type {
  if (!found.adaptable && !sameUnit(wanted.unit, found.unit))
    stop('check.result-unit', at, { name, wanted: nameUnit(wanted.unit), found: nameUnit(found.unit) })
  return { ...wanted, range: found.range, whole: found.whole }
}

/** The values that a formula can end in: the branches of its `if`s. */
function leaves(tree: Checked): readonly Checked[] {
  return tree.kind === 'if' ? [...leaves(tree.whenTrue), ...leaves(tree.whenFalse)] : [tree]
}

/** One formula, its answer as FEEL writes it; null for a formula that cannot be read, as a model's runner has it. */
import { evaluateTree, type Names, readFormula, Scope, show, type Value } from '@doudi/policy/untyped'

export function ask(formula: string, given: Readonly<Record<string, Value>> = {}, names: Names = {}): string {
  const known = Object.fromEntries(Object.keys(given).map(name => [name, {}]))
  const scope = new Scope(new Map(Object.entries(given)))
  return show(evaluateTree(readFormula(formula, { ...known, ...names }), scope))
}

/** Decision tables: which rules hit, and what their hit policy makes of it. */
import { calculate, coerce, compare, equal, type Value, wholeNumber } from '@doudi/policy/untyped'
import type { Boxed, DecisionTable } from './boxed.ts'
import type { Environment } from './environment.ts'

type Outputs = readonly Value[]

export function evaluateTable(table: DecisionTable, environment: Environment, work: (result: Boxed) => Value): Value {
  const inputs = table.inputs.map(({ text, type }) => coerce(environment.value(text), environment.types.of(type)))
  if (table.inputs.some(({ allowed }, i) => allowed !== null && !environment.passes(inputs[i]!, allowed))) return null
  const hits = table.rules.filter(rule => rule.tests.every((test, i) => environment.passes(inputs[i] ?? null, test)))
  const outputs = hits.map(hit =>
    table.outputs.map(({ type }, i) => {
      const result = hit.results[i]
      return result ? coerce(work(result), environment.types.of(type)) : null
    }),
  )
  return outputs.length === 0 ? fallback(table, work) : choose(table, outputs, environment)
}

function fallback(table: DecisionTable, work: (result: Boxed) => Value): Value {
  if (table.outputs.every(output => output.fallback === null)) return null
  return compose(
    table,
    table.outputs.map(output => output.fallback && work(output.fallback)),
  )
}

/** One output is its value; several are a context. */
function compose(table: DecisionTable, outputs: Outputs): Value {
  if (table.outputs.length === 1) return outputs[0] ?? null
  return new Map(table.outputs.map(({ name }, i) => [name ?? String(i + 1), outputs[i] ?? null]))
}

function choose(table: DecisionTable, hits: readonly Outputs[], environment: Environment): Value {
  const composed = (outputs: Outputs) => compose(table, outputs)
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length === 1 ? composed(hits[0]!) : null
    case 'ANY':
      return hits.every(hit => equal(composed(hit), composed(hits[0]!)) === true) ? composed(hits[0]!) : null
    case 'FIRST':
      return composed(hits[0]!)
    case 'PRIORITY':
      return composed(byPriority(table, hits, environment)[0]!)
    case 'OUTPUT ORDER':
      return byPriority(table, hits, environment).map(composed)
    case 'RULE ORDER':
      return hits.map(composed)
    case 'COLLECT':
      return aggregate(table.aggregation, hits.map(composed))
    default:
      return null
  }
}

/** The order of the allowed outputs is their priority, the first column before the second. */
function byPriority(table: DecisionTable, hits: readonly Outputs[], environment: Environment): readonly Outputs[] {
  const orders = table.outputs.map(({ allowed }) => (allowed === null ? [] : listOf(allowed, environment)))
  const rank = (order: readonly Value[], value: Value) => {
    const place = order.findIndex(one => equal(one, value) === true)
    return place < 0 ? order.length : place
  }
  return hits.toSorted((a, b) => {
    for (const [i, order] of orders.entries()) {
      const difference = rank(order, a[i]!) - rank(order, b[i]!)
      if (difference !== 0) return difference
    }
    return 0
  })
}

function listOf(texts: string, environment: Environment): readonly Value[] {
  const list = environment.value(`[${texts}]`)
  return Array.isArray(list) ? list : []
}

function aggregate(aggregation: string | null, values: readonly Value[]): Value {
  switch (aggregation) {
    case null:
      return values
    case 'COUNT':
      return wholeNumber(values.length)
    case 'SUM':
      return values.reduce((so, value) => calculate('+', so, value))
    case 'MIN':
      return values.reduce((best, value) => ((compare(value, best) ?? 0) < 0 ? value : best))
    case 'MAX':
      return values.reduce((best, value) => ((compare(value, best) ?? 0) > 0 ? value : best))
    default:
      return null
  }
}

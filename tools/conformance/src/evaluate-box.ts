/** Works out boxed expressions. The declared type of each is enforced: a value that does not fit becomes null. */
import { bound, coerce, is, isContext, isList, makeFunction, type Value } from '@doudi/policy/untyped'
import type { Boxed } from './boxed.ts'
import type { Environment } from './environment.ts'
import { evaluateTable } from './evaluate-table.ts'

type Box<Kind extends Boxed['box']> = Extract<Boxed, { box: Kind }>

export function evaluateBox(box: Boxed, environment: Environment): Value {
  return coerce(evaluate(box, environment), environment.types.of(box.type))
}

function evaluate(box: Boxed, environment: Environment): Value {
  switch (box.box) {
    case 'missing':
      environment.problems.push(box.what)
      return null
    case 'literal':
      return environment.value(box.text)
    case 'decision table':
      return evaluateTable(box, environment, result => evaluateBox(result, environment))
    case 'context':
      return evaluateContext(box, environment)
    case 'invocation':
      return invoke(box, environment)
    case 'function':
      return functionOf(box, environment)
    case 'list':
      return box.items.map(item => evaluateBox(item, environment))
    case 'relation':
      return box.rows.map(row => {
        return new Map(box.columns.map((name, i) => [name, row[i] ? evaluateBox(row[i], environment) : null]))
      })
    case 'conditional': {
      const condition = evaluateBox(box.condition, environment)
      if (condition !== null && typeof condition !== 'boolean') return null
      return evaluateBox(condition ? box.whenTrue : box.whenFalse, environment)
    }
    case 'filter':
      return filter(box, environment)
    case 'for':
      return iterate(box, environment)
    case 'some':
    case 'every':
      return quantify(box, environment)
  }
}

/** Entries see those above them; an entry without a name is the answer. */
function evaluateContext({ entries, values }: Box<'context'>, environment: Environment): Value {
  const made = new Map<string, Value>()
  let inner = environment
  for (const [i, { name, type }] of entries.entries()) {
    const declared = environment.types.of(type)
    const value = coerce(evaluateBox(values[i]!, inner), declared)
    if (name === null) return value
    made.set(name, value)
    inner = inner.with(new Map([[name, value]]), new Map([[name, declared]]))
  }
  return made
}

function invoke({ callee, bindings }: Box<'invocation'>, environment: Environment): Value {
  const called = evaluateBox(callee, environment)
  const values = new Map(bindings.map(([name, value]) => [name, evaluateBox(value, environment)]))
  return is(called, 'function') ? called.call({ by: 'name', values }) : null
}

export function functionOf({ parameters, body, external }: Box<'function'>, environment: Environment): Value {
  const typed = parameters.map(({ name, type }) => ({ name, type: environment.types.of(type) }))
  const types = new Map(typed.map(({ name, type }) => [name, type]))
  return makeFunction(typed, environment.types.of(body.type), values => {
    return external ? null : evaluateBox(body, environment.with(bound(typed, values), types))
  })
}

function itemsOf(value: Value): readonly Value[] | null {
  return value === null || isList(value) ? value : [value]
}

function withItem(item: Value, environment: Environment): Environment {
  return environment.with(new Map<string, Value>([['item', item], ...(isContext(item) ? item : [])]))
}

/** Every item must be answered yes or no. */
function filter({ of, match }: Box<'filter'>, environment: Environment): Value {
  const items = itemsOf(evaluateBox(of, environment))
  const answers = items?.map(item => evaluateBox(match, withItem(item, environment)))
  if (!items || !answers?.every(answer => typeof answer === 'boolean')) return null
  return items.filter((_, i) => answers[i])
}

function iterate({ variable, over, body }: Box<'for'>, environment: Environment): Value {
  const items = itemsOf(evaluateBox(over, environment))
  if (!items) return null
  const results: Value[] = []
  for (const item of items) {
    const values = new Map<string, Value>([
      [variable, item],
      ['partial', [...results]],
    ])
    results.push(evaluateBox(body, environment.with(values)))
  }
  return results
}

/** As with a filter, every item must be answered yes or no. */
function quantify({ box, variable, over, body }: Box<'some' | 'every'>, environment: Environment): Value {
  const items = itemsOf(evaluateBox(over, environment))
  const answers = items?.map(item => evaluateBox(body, environment.with(new Map([[variable, item]]))))
  if (!answers?.every(answer => typeof answer === 'boolean')) return null
  return box === 'some' ? answers.includes(true) : !answers.includes(false)
}

/** Runs one case against the models of its folder. */
import { type FunctionValue, is, isContext, type Value } from '@doudi/policy/untyped'
import type { Problems } from './environment.ts'
import { Evaluation } from './evaluation.ts'
import { isExpected } from './expected.ts'
import type { Library, Place } from './library.ts'
import type { Model, Node } from './model.ts'
import { type Case, toValue } from './test-file.ts'

export interface Outcome {
  readonly passed: boolean
  /** Whether something other than null was expected anywhere. */
  readonly nonNull: boolean
  readonly problems: Problems
  readonly results: readonly { readonly name: string; readonly actual: Value; readonly expected: Value }[]
}

export function runCase(library: Library, model: Model, test: Case): Outcome {
  const problems: Problems = []
  const answers = answersOf(library, model, test, problems)
  const results = test.results.map(({ name, expected }) => ({
    name,
    actual: answers(name),
    expected: toValue(expected),
  }))
  return {
    passed: results.length > 0 && results.every(({ actual, expected }) => isExpected(actual, expected)),
    nonNull: test.results.some(({ expected }) => expected.is !== 'null'),
    problems,
    results,
  }
}

function answersOf(library: Library, model: Model, test: Case, problems: Problems): (name: string) => Value {
  const evaluation = new Evaluation(library, givenNodes(library, model, test), problems)
  const guarded = (work: () => Value): Value => {
    try {
      return work()
    } catch (error) {
      // A formula without an end, one that calls itself for ever, or a mistake of ours: a miss, not the end of the run.
      problems.push((error as Error).message)
      return null
    }
  }
  if (test.invocable !== null) {
    const result = guarded(() => invoke(evaluation, model, test, problems))
    return name => (isContext(result) && result.has(name) && outputCount(model, test) > 1 ? result.get(name)! : result)
  }
  return name => guarded(() => answer(evaluation, model, name, problems))
}

function answer(evaluation: Evaluation, model: Model, name: string, problems: Problems): Value {
  const node = find(model, name, ['decision']) ?? find(model, name, ['service', 'function'])
  if (!node) {
    problems.push(`there is no decision ${name}`)
    return null
  }
  const value = evaluation.value({ model, node })
  return is(value, 'function') && node.node !== 'decision' ? value.call({ by: 'position', values: [] }) : value
}

function invoke(evaluation: Evaluation, model: Model, test: Case, problems: Problems): Value {
  const node = find(model, test.invocable!, ['service', 'function'])
  const called = node ? evaluation.value({ model, node }) : null
  if (called === null || !is(called, 'function')) {
    problems.push(`there is no function ${test.invocable}`)
    return null
  }
  const values = new Map(test.inputs.map(({ name, value }) => [name, toValue(value)]))
  return (called as FunctionValue).call({ by: 'name', values })
}

function outputCount(model: Model, test: Case): number {
  const node = find(model, test.invocable!, ['service'])
  return node?.node === 'service' ? node.outputs.length : 1
}

function find(model: Model, name: string, kinds: readonly Node['node'][]): Node | undefined {
  return model.nodes.find(node => kinds.includes(node.node) && node.name === name)
}

/** Values for nodes; a node of an imported model is found by its name where the main model has none of that name. */
function givenNodes(library: Library, model: Model, test: Case): ReadonlyMap<Node, Value> {
  return new Map(
    test.inputs.flatMap(({ name, namespace, value }) => {
      const place = inputNode(library, model, name, namespace)
      return place ? [[place.node, toValue(value)] as const] : []
    }),
  )
}

function inputNode(library: Library, model: Model, name: string, namespace: string | null): Place | undefined {
  const models = [namespace === null ? model : (library.model(namespace) ?? model), ...library.models]
  for (const one of models) {
    const node = find(one, name, ['input']) ?? find(one, name, ['decision'])
    if (node) return { model: one, node }
  }
  return undefined
}

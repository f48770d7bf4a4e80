/** One run of the models of a folder: every decision is worked out once, after what it requires. */
import { anyType, coerce, type FeelType, makeFunction, type Parameter, type Value } from '@doudi/policy/untyped'
import { clockFunctions } from './clock.ts'
import { DeclaredTypes } from './declared-types.ts'
import { Environment, type Problems } from './environment.ts'
import { evaluateBox, functionOf } from './evaluate-box.ts'
import type { Library, Place } from './library.ts'
import type { Model, Node } from './model.ts'

type Service = Extract<Node, { node: 'service' }>

export class Evaluation {
  readonly #library: Library
  readonly #given: ReadonlyMap<Node, Value>
  readonly #problems: Problems
  readonly #known = new Map<Node, Value>()
  readonly #open = new Set<Node>()
  readonly #types = new Map<Model, DeclaredTypes>()

  constructor(library: Library, given: ReadonlyMap<Node, Value>, problems: Problems) {
    this.#library = library
    this.#given = given
    this.#problems = problems
  }

  value({ model, node }: Place): Value {
    const known = this.#known.get(node)
    if (known !== undefined) return known
    if (this.#open.has(node)) {
      this.#problems.push(`${node.name} requires itself`)
      return null
    }
    this.#open.add(node)
    const value = this.#work({ model, node })
    this.#open.delete(node)
    this.#known.set(node, value)
    return value
  }

  #work({ model, node }: Place): Value {
    const type = this.#typesOf(model).of(node.variable.type)
    if (node.node === 'input' || (node.node === 'decision' && this.#given.has(node)))
      return coerce(this.#given.get(node) ?? null, type)
    if (node.node === 'decision') return coerce(evaluateBox(node.logic, this.#environment(model, node)), type)
    if (node.node === 'service') return this.#service(model, node, resultType(type))
    const made = functionOf(node.logic, this.#environment(model, node))
    return withResult(made, resultType(type))
  }

  #typesOf(model: Model): DeclaredTypes {
    const known = this.#types.get(model) ?? new DeclaredTypes(this.#library, model)
    this.#types.set(model, known)
    return known
  }

  #environment(model: Model, node: Node): Environment {
    const values = new Map<string, Value>(clockFunctions)
    const types = new Map<string, FeelType>()
    for (const place of this.#required(model, node)) {
      const { name, type } = place.node.variable
      const importName = this.#library.importName(model, place.model)
      if (importName) addInside(values, importName, name, this.value(place))
      else {
        values.set(name, this.value(place))
        types.set(name, this.#typesOf(place.model).of(type))
      }
    }
    return Environment.empty(this.#typesOf(model), this.#problems).with(values, types)
  }

  #required(model: Model, node: Node): readonly Place[] {
    return node.requires.flatMap(reference => {
      const place = this.#library.resolve(model, reference)
      if (!place) this.#problems.push(`${node.name} requires ${reference}, which is not there`)
      return place ?? []
    })
  }

  /** A service is a function of its inputs and its input decisions; within it, those are given and not worked out. */
  #service(model: Model, service: Service, result: FeelType): Value {
    const places = (references: readonly string[]) =>
      references.flatMap(reference => this.#library.resolve(model, reference) ?? [])
    const inputs = [...places(service.inputs), ...places(service.inputDecisions)]
    const parameters: Parameter[] = inputs.map(place => ({
      name: place.node.variable.name,
      type: this.#typesOf(place.model).of(place.node.variable.type),
    }))
    return makeFunction(parameters, result, values => {
      const given = new Map([...this.#given, ...inputs.map(({ node }, i) => [node, values[i]!] as const)])
      const inner = new Evaluation(this.#library, given, this.#problems)
      const outputs = places(service.outputs)
      if (outputs.length === 1) return inner.value(outputs[0]!)
      return new Map(outputs.map(place => [place.node.variable.name, inner.value(place)]))
    })
  }
}

/** The variable of a function or a service declares the function's type, or only that of its result. */
function resultType(type: FeelType): FeelType {
  return type.is === 'function' ? type.result : type
}

function withResult(made: Value, result: FeelType): Value {
  if (made === null || typeof made !== 'object' || !('kind' in made) || made.kind !== 'function') return made
  return result === anyType ? made : { ...made, result, call: given => coerce(made.call(given), result) }
}

function addInside(values: Map<string, Value>, name: string, inner: string, value: Value): void {
  const context = values.get(name)
  values.set(name, new Map([...(context instanceof Map ? context : []), [inner, value]]))
}

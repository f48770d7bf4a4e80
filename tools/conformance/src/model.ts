/** A decision model: its types, and the decisions, inputs, functions and services that require each other. */
import { type Boxed, boxIn, type Declared, declared, readFunction, typeOf } from './boxed.ts'
import { childOf, childrenOf, type Element, readXml, textOf } from './xml.ts'

export interface ItemDefinition {
  readonly name: string
  readonly type: string | null
  readonly isCollection: boolean
  readonly allowed: string | null
  readonly components: readonly ItemDefinition[]
  readonly function: { readonly result: string | null; readonly parameters: readonly Declared[] } | null
}

interface Named {
  readonly id: string
  readonly name: string
  readonly variable: Declared
  /** References to what it needs: `#id`, or `namespace#id`. */
  readonly requires: readonly string[]
}

export type Node =
  | (Named & { readonly node: 'input' })
  | (Named & { readonly node: 'decision'; readonly logic: Boxed })
  | (Named & { readonly node: 'function'; readonly logic: Extract<Boxed, { box: 'function' }> })
  | (Named & {
      readonly node: 'service'
      readonly outputs: readonly string[]
      readonly inputDecisions: readonly string[]
      readonly inputs: readonly string[]
    })

export interface Model {
  readonly file: string
  readonly namespace: string
  readonly imports: readonly { readonly name: string; readonly namespace: string }[]
  readonly types: ReadonlyMap<string, ItemDefinition>
  readonly nodes: readonly Node[]
}

export function readModel(file: string, text: string): Model {
  const root = readXml(text)
  if (root.name !== 'definitions') throw new Error(`<definitions> was expected, <${root.name}> was found`)
  const items = childrenOf(root, 'itemDefinition').map(itemDefinition)
  return {
    file,
    namespace: root.attributes.get('namespace') ?? '',
    imports: childrenOf(root, 'import').map(imported => ({
      name: imported.attributes.get('name') ?? '',
      namespace: imported.attributes.get('namespace') ?? '',
    })),
    types: new Map(items.map(item => [item.name, item])),
    nodes: root.children.flatMap(element => nodeReaders[element.name]?.(element) ?? []),
  }
}

function itemDefinition(element: Element): ItemDefinition {
  const made = childOf(element, 'functionItem')
  return {
    name: element.attributes.get('name') ?? '',
    type: textOf(element, 'typeRef'),
    isCollection: element.attributes.get('isCollection') === 'true',
    allowed: textOf(childOf(element, 'allowedValues'), 'text') || null,
    components: childrenOf(element, 'itemComponent').map(itemDefinition),
    function: made
      ? {
          result: made.attributes.get('outputTypeRef') ?? null,
          parameters: childrenOf(made, 'parameters').map(declared),
        }
      : null,
  }
}

function named(element: Element): Named {
  const name = element.attributes.get('name') ?? ''
  const variable = childOf(element, 'variable')
  return {
    id: element.attributes.get('id') ?? name,
    name,
    variable: { name: variable?.attributes.get('name') || name, type: typeOf(variable) },
    requires: element.children.flatMap(child =>
      child.name === 'informationRequirement' || child.name === 'knowledgeRequirement'
        ? child.children.flatMap(reference => reference.attributes.get('href') ?? [])
        : [],
    ),
  }
}

function references(element: Element, name: string): string[] {
  return childrenOf(element, name).flatMap(reference => reference.attributes.get('href') ?? [])
}

const nodeReaders: Readonly<Record<string, (element: Element) => Node>> = {
  inputData: element => ({ node: 'input', ...named(element) }),
  decision: element => ({ node: 'decision', ...named(element), logic: boxIn(element) }),
  businessKnowledgeModel: element => {
    const logic = childOf(element, 'encapsulatedLogic')
    return { node: 'function', ...named(element), logic: readFunction(logic ?? { ...element, children: [] }) }
  },
  decisionService: element => ({
    node: 'service',
    ...named(element),
    outputs: references(element, 'outputDecision'),
    inputDecisions: references(element, 'inputDecision'),
    inputs: references(element, 'inputData'),
  }),
}

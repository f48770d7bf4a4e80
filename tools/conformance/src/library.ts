/** The models of one folder, which may import each other, and what their references point at. */
import type { Model, Node } from './model.ts'

export interface Place {
  readonly model: Model
  readonly node: Node
}

export class Library {
  readonly models: readonly Model[]

  constructor(models: readonly Model[]) {
    this.models = models
  }

  model(namespace: string): Model | undefined {
    return this.models.find(model => model.namespace === namespace)
  }

  /** `#id` is of the same model, `namespace#id` of another. */
  resolve(from: Model, reference: string): Place | undefined {
    const at = reference.lastIndexOf('#')
    const namespace = reference.slice(0, Math.max(at, 0))
    const model = namespace === '' ? from : (this.model(namespace) ?? from)
    const id = reference.slice(at + 1)
    const node = model.nodes.find(one => one.id === id)
    return node && { model, node }
  }

  /** What a node of one model is called in another: nothing in its own, the import's name elsewhere. */
  importName(into: Model, of: Model): string | null {
    return into === of ? null : (into.imports.find(one => one.namespace === of.namespace)?.name ?? null)
  }
}

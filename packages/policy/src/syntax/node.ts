/** The part of the parser library's tree that we read, for the files that read it. */
import type { Expression } from './tree.ts'

export interface Node {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly type: { readonly isError: boolean }
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
}

/** Turns the library's nodes into our tree; carried as a value so that its files need not import each other in a circle. */
export interface TreeReader {
  readonly text: (node: Node) => string
  readonly expression: (node: Node, depth: number) => Expression
}

/** Parts of a node without comments. */
export function children(node: Node): Node[] {
  const parts: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') parts.push(child)
  return parts
}

export function span(node: Node) {
  return { from: node.from, to: node.to }
}

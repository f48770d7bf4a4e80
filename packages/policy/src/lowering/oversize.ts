/** Where a whole number may leave what a reader counts exactly. Ranges prove for most that it cannot. */
import type { Truth } from './lowered.ts'
import { type Node, parts } from './references.ts'
import { always, or } from './truth.ts'
import { fits } from './whole-range.ts'

/** The truth that some number below the node is larger than `largest`; whoever makes steps of loops and divisors asks for theirs. */
export function oversize(node: Node, largest: bigint): Truth {
  const own = isWhole(node) && !fits(node.range, largest) ? beyond(node) : always(false)
  return parts(node).reduce<Truth>((found, part) => or(found, oversize(part, largest)), own)
}

/** A sum can pass the limit on its way and come back, so that its end proves nothing. */
function beyond(node: Node & { range: unknown }): Truth {
  if (node.kind === 'reduce') return always(true)
  return { kind: 'too-large', of: node as Extract<Truth, { kind: 'too-large' }>['of'] }
}

function isWhole(node: Node): node is Extract<Node, { range: unknown }> {
  return 'range' in node
}

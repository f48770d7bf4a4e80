/**
 * A refusal that keeps what was written before it: a wrong code is refused and its try still counted. Every other
 * refusal undoes its whole unit of work. Whoever throws a kept one does so before writing anything else.
 */
import { Problem } from '@doudi/kernel'

const kept = new WeakSet<Problem>()

/** `throw keptRefusal(problems.of('…'))` */
export function keptRefusal(problem: Problem): Problem {
  kept.add(problem)
  return problem
}

export function isKept(error: unknown): error is Problem {
  return error instanceof Problem && kept.has(error)
}

/**
 * Notes that somebody was told no. The refused unit of work is rolled back with everything in it, so this runs in a
 * unit of work of its own afterwards. It stands where the actor stands: what they were refused may not be theirs to
 * see, and its line must not grow by somebody else's tries.
 */
import { isId, type Problem } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { record } from './record.ts'

export interface RefusedCall {
  /** Method and address as declared, e.g. `POST /cases/:id/approve`. */
  readonly route: string
  readonly params: Readonly<Record<string, string>>
}

/** A malformed input is a slip; these are tries at something the caller may not do, or may not do now. */
const worthNoting: ReadonlySet<Problem['kind']> = new Set(['forbidden', 'not-found', 'conflict'])

export function isWorthNoting(problem: Problem, call: RefusedCall): boolean {
  const reading = call.route.startsWith('GET ')
  return worthNoting.has(problem.kind) && !(reading && problem.kind === 'conflict')
}

export function recordRefusal(work: Work, call: RefusedCall, problem: Problem): void {
  const ids = Object.fromEntries(Object.entries(call.params).filter(([, value]) => isId(value)))
  record(work, {
    act: 'access.refused',
    division: work.caller.division,
    body: { route: call.route, params: ids, code: problem.code },
  })
}

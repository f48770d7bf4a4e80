/**
 * How the kernel's parsers say no: always a `Problem` of kind `invalid` with one issue whose code is in
 * `kernel-problems.ts`. The caller knows in which field the text stood and puts the issue there. The refused
 * text itself never goes into the details: it may be somebody's identity number.
 */
import type { KernelIssueCode } from './kernel-problems.ts'
import { type Issue, invalid, Problem, type ProblemDetails } from './problem.ts'

/** `throw refuse('money.negative')` */
export function refuse(code: KernelIssueCode, details?: ProblemDetails): Problem {
  return invalid([{ in: 'body', pointer: '', code, ...(details ? { details } : {}) }])
}

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: Issue }

/** Runs a parser and hands its refusal back as a value; anything that is not an input refusal is a bug and passes on. */
export function attempt<T>(parse: () => T): Attempt<T> {
  try {
    return { ok: true, value: parse() }
  } catch (error) {
    const issue = error instanceof Problem && error.kind === 'invalid' ? error.issues[0] : undefined
    if (!issue) throw error
    return { ok: false, issue }
  }
}

/** The same refusal, moved to where the text stood: `issueAt(issue, 'body', '/members/0/identityNumber')`. */
export function issueAt(issue: Issue, where: Issue['in'], pointer: string): Issue {
  return { ...issue, in: where, pointer: pointer + issue.pointer }
}

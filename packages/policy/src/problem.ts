/**
 * What a policy author is told when a pack is wrong: one code, the place, the words in both languages and,
 * where we have one, the change that would repair it. The words themselves are in `messages.ts`.
 */
import { Problem, type ProblemDetails } from '@doudi/kernel'

export interface Place {
  readonly file: string
  /** 1-based; columns count characters as an editor shows them, so a rare character is one column. */
  readonly line: number
  readonly column: number
}

export interface PolicyProblem extends Place {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: { readonly 'zh-CN': string; readonly en: string }
  readonly suggestion: { readonly 'zh-CN': string; readonly en: string }
}

/** Refusals of `compile` and `evaluate`, for the list of problem codes. */
export const policyProblems = {
  'policy.pack-unknown': { kind: 'not-found', about: 'There is no policy pack of that name.' },
  'policy.programme-unknown': { kind: 'not-found', about: 'The pack and its ancestors do not offer that programme.' },
  'policy.pack-invalid': { kind: 'invalid', about: 'The pack has errors; `problems` lists them.' },
  'policy.date-invalid': { kind: 'invalid', about: 'The date is not a day of the calendar (YYYY-MM-DD).' },
  'policy.override-unknown': { kind: 'invalid', about: 'An override names a parameter that does not exist.' },
  'policy.override-invalid': { kind: 'invalid', about: 'An override is not a value of the parameter.' },
  'policy.parameter-unset': { kind: 'invalid', about: 'A value that the calculation needs has not been set.' },
  'policy.parameter-before-first-date': { kind: 'invalid', about: 'The date lies before the first known value.' },
  'policy.rule-before-first-date': { kind: 'invalid', about: 'The date lies before the first version of a rule.' },
  'policy.situation-invalid': { kind: 'invalid', about: 'Facts are missing, unknown or out of range; see `issues`.' },
  'policy.amount-not-whole-fen': {
    kind: 'invalid',
    about: 'The policy yields a part of a fen; its rounding is not set right.',
  },
  'policy.fact-undetermined': { kind: 'invalid', about: 'The answer depends on a fact that nobody has found out yet.' },
} as const satisfies Record<string, { kind: Problem['kind']; about: string }>

export type PolicyRefusal = keyof typeof policyProblems

/** Refuses with one of the codes above. */
export function refuse(code: PolicyRefusal, details: ProblemDetails = {}, issues: Problem['issues'] = []): Problem {
  return new Problem(policyProblems[code].kind, code, details, issues)
}

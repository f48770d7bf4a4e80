/**
 * A refusal, as a value. Every way in which the system says no is a `Problem` with a code that is also a
 * translation key; anything thrown that is not a `Problem` is a bug. Domain code knows no HTTP status:
 * `platform/http/problem-response.ts` maps the kind.
 */
export type ProblemKind =
  | 'invalid' // the input is wrong; `issues` says where
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // signed in, but this is not theirs to do
  | 'not-found' // it does not exist, or is outside the caller's area (the two look alike on purpose)
  | 'conflict' // the record is not in a state, or not at a version, that allows this
  | 'too-large'
  | 'too-many' // rate or quota
  | 'unavailable' // something we depend on does not answer; safe to try again

/** One wrong thing in the input: where it stands and a code that explains it. */
export interface Issue {
  readonly in: 'body' | 'query' | 'path' | 'header' | 'file'
  /** RFC 6901 JSON pointer into that part, e.g. `/members/0/identityNumber`. */
  readonly pointer: string
  readonly code: string
  readonly details?: Readonly<Record<string, ProblemDetail>>
}

export type ProblemDetail = string | number | boolean | null | readonly string[]
export type ProblemDetails = Readonly<Record<string, ProblemDetail>>

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly kind: ProblemKind
  readonly details: ProblemDetails
  readonly issues: readonly Issue[]

  constructor(kind: ProblemKind, code: string, details: ProblemDetails = {}, issues: readonly Issue[] = []) {
    super(code)
    this.kind = kind
    this.code = code
    this.details = details
    this.issues = issues
  }
}

/** What a problem's code means: its kind, and one English line for `docs/reference/problems.md`. */
export interface ProblemDefinition {
  readonly kind: ProblemKind
  readonly about: string
}

export type ProblemCatalogue<Code extends string = string> = Readonly<Record<Code, ProblemDefinition>>

/**
 * Declares a module's refusals and returns a constructor that only knows those codes.
 *
 *     export const problems = defineProblems({ 'casework.notice-not-over': { kind: 'conflict', about: '…' } })
 *     throw problems.of('casework.notice-not-over', { endsOn: '2026-03-04' })
 */
export function defineProblems<const C extends ProblemCatalogue>(catalogue: C) {
  return {
    catalogue: catalogue as ProblemCatalogue,
    of(code: keyof C & string, details: ProblemDetails = {}, issues: readonly Issue[] = []): Problem {
      const definition = catalogue[code]
      if (!definition) throw new Error(`undeclared problem code ${code}`)
      return new Problem(definition.kind, code, details, issues)
    },
  }
}

/** Shorthand for input problems: `invalid([{ in: 'body', pointer: '/name', code: 'name.empty' }])`. */
export function invalid(issues: readonly Issue[]): Problem {
  return new Problem('invalid', 'input.invalid', {}, issues)
}

/**
 * One question to one department about one person. `nothing-found` (asked, there is none), `failed` (asked, no
 * answer), `no-consent` (not asked), `mismatch` (an answer about somebody else) and `pending` are five different
 * things, and only `answered` and `nothing-found` say anything about assets. Pure.
 */
export const queryStatuses = ['pending', 'answered', 'nothing-found', 'failed', 'no-consent', 'mismatch'] as const
export type QueryStatus = (typeof queryStatuses)[number]

/** A department that stays silent so often is set aside; a person asks again. */
export const MOST_ATTEMPTS = 3

/** Seconds before the next attempt: half a minute, then two minutes. */
export function secondsBefore(nextAttempt: number): number {
  return 30 * 4 ** Math.max(0, nextAttempt - 2)
}

/** What becomes of a query when its department stays silent for the nth time. */
export function afterSilence(attempts: number): 'pending' | 'failed' {
  return attempts < MOST_ATTEMPTS ? 'pending' : 'failed'
}

export function isSettled(queries: readonly { readonly status: QueryStatus }[]): boolean {
  return queries.every(({ status }) => status !== 'pending')
}

export interface Summary {
  readonly answered: number
  readonly nothingFound: number
  readonly failed: number
  readonly pending: number
  readonly noConsent: number
  readonly mismatch: number
}

export function summaryOf(queries: readonly { readonly status: QueryStatus }[]): Summary {
  const count = (wanted: QueryStatus) => queries.filter(({ status }) => status === wanted).length
  return {
    answered: count('answered'),
    nothingFound: count('nothing-found'),
    failed: count('failed'),
    pending: count('pending'),
    noConsent: count('no-consent'),
    mismatch: count('mismatch'),
  }
}

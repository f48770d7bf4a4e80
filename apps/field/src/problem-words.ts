/** What a refusal of the server says in the person's language; its code only as small print for the telephone. */
import { ApiProblem, problemMessages } from '@doudi/api-client'
import type { Locale } from '@doudi/kernel'
import { fill } from '@doudi/kernel'

export function problemText(code: string, locale: Locale): string | undefined {
  return problemMessages[locale][code]
}

/** Undefined for a line that is down. */
export function problemOf(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof ApiProblem)) throw error
  if (error.status === 0) return undefined
  const text = problemText(error.code, locale) ?? error.code
  return fill(text, error.details as Readonly<Record<string, string | number>>)
}

/** What an answer says about the right to ask: let in, kept out, not found, or who are you. */
import type { Answer } from '@doudi/testkit'

export type Verdict = 'allowed' | 'forbidden' | 'not found' | 'not signed in'

/** A refusal on the matter itself (a state, a version, a wrong code) proves that the caller was let in. */
export function verdictOf({ status, body }: Answer): Verdict | string {
  const code: string = body?.code ?? ''
  if (code === 'access.sign-in') return 'not signed in'
  if (code === 'access.forbidden') return 'forbidden'
  if (status === 404) return 'not found'
  if (code === 'http.not-found' || code === 'input.invalid' || code.startsWith('http.')) return `${status} ${code}`
  if (status === 200 && syncRefusal(body) === 'access.out-of-area') return 'not found'
  if (status < 300 || (status < 500 && code !== '' && !code.startsWith('access.'))) return 'allowed'
  return `${status} ${code}`
}

/** A device's entries are answered one by one. */
function syncRefusal(body: { results?: { problem?: string }[] } | undefined): string | undefined {
  return body?.results?.[0]?.problem
}

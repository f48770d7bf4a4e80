/** Codes by text message: sending one, remembering which, reading what was typed, and what can be wrong with it. */
import { ApiProblem } from '@doudi/api-client'
import { toHalfWidth } from '@doudi/kernel'
import type { FieldError } from '@doudi/light-ui'
import { textOf } from './problem-text.ts'
import type { Visit } from './visit.ts'

interface Wanted {
  readonly phone: string
  readonly masked: string
  readonly purpose: 'sign-in' | 'submit'
  readonly key: string
}

/** Sends a code and remembers it; gives the words of the refusal when none was sent. */
export async function sendCode(visit: Visit, { phone, masked, purpose, key }: Wanted): Promise<string | undefined> {
  try {
    const { codeId } = await visit.api.post<{ codeId: string }>('/resident/code', { phone, purpose }, { key })
    visit.jar.keep('code', `${codeId}.${masked}`)
    return undefined
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return textOf(visit, error.code, error.details)
    throw error
  }
}

export function sentCode({ jar }: Visit): { id: string; masked: string } | undefined {
  const [id, masked] = (jar.read('code') ?? '').split('.')
  return id && masked ? { id, masked } : undefined
}

/** Six digits, however they were typed. */
export function codeOf(text: string): string | undefined {
  const digits = toHalfWidth(text).replace(/\D/g, '')
  return digits.length === 6 ? digits : undefined
}

/** The field's error when it was the code that was refused. */
export function codeErrors({ t }: Visit, { code, issues }: ApiProblem): readonly FieldError[] | undefined {
  const codes = [code, ...issues.map(issue => issue.code)]
  if (codes.includes('identity.code-wrong')) return [{ field: 'code', text: t('code.wrong') }]
  if (codes.includes('identity.code-over')) return [{ field: 'code', text: t('code.gone') }]
  return undefined
}

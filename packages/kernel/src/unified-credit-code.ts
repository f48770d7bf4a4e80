/**
 * Unified social credit codes of organisations (统一社会信用代码, GB 32100): department 1, kind 1, division 6, body 9,
 * check 1, written without I, O, S, V and Z.
 */
import { toHalfWidth } from './half-width.ts'
import { refuse } from './refuse.ts'

export type UnifiedCreditCode = string & { readonly __kind: 'unified-credit-code' }

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The 18th character of the first 17; weights are 3^i mod 31. */
export function creditCheckCharacter(seventeen: string): string {
  let sum = 0
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += alphabet.indexOf(seventeen[i]!) * weight
  return alphabet[(31 - (sum % 31)) % 31]!
}

export function parseUnifiedCreditCode(text: unknown): UnifiedCreditCode {
  if (typeof text !== 'string' || text.length > 60) throw refuse('credit-code.length', { expected: 18 })
  const code = toHalfWidth(text)
    .replace(/[\s\-\u200b-\u200d\ufeff]/g, '')
    .toUpperCase()
  if (code.length !== 18) throw refuse('credit-code.length', { expected: 18, length: code.length })
  const at = Array.from(code).findIndex(character => !alphabet.includes(character))
  if (at >= 0) throw refuse('credit-code.characters', { position: at + 1 })
  if (creditCheckCharacter(code.slice(0, 17)) !== code[17]) throw refuse('credit-code.check-character')
  return code as UnifiedCreditCode
}

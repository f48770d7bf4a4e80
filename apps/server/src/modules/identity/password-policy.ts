/**
 * What a new password must keep. Two profiles because the standards disagree: `cn-l3` (等保三级, the default) asks for
 * complexity, ninety days and a memory of five; `asvs` has neither composition nor expiry. Both refuse what is short,
 * common, or made of the owner's names.
 */
import { commonPasswords } from './common-passwords.ts'
import { days } from './moments.ts'

export type PasswordRule = 'too-short' | 'too-long' | 'too-plain' | 'contains-name' | 'too-common' | 'too-repetitive'

export interface PasswordPolicy {
  readonly shortest: number
  readonly longest: number
  /** How many of capitals, small letters, digits and signs it must mix; 0 asks for none. */
  readonly kinds: number
  /** After so many seconds a new one is due; null for never. */
  readonly lasts: number | null
  /** How many earlier ones are not taken again. */
  readonly remembers: number
}

export const passwordPolicies = {
  'cn-l3': { shortest: 12, longest: 128, kinds: 3, lasts: days(90), remembers: 5 },
  asvs: { shortest: 12, longest: 128, kinds: 0, lasts: null, remembers: 0 },
} as const satisfies Record<string, PasswordPolicy>

export const passwordPolicy: PasswordPolicy = passwordPolicies['cn-l3']

export interface Owner {
  readonly login: string
  readonly name: string
}

/** Every rule the password breaks; none means it is taken. */
export function brokenRules(password: string, owner: Owner, policy = passwordPolicy): PasswordRule[] {
  const length = Array.from(password).length
  const broken: PasswordRule[] = []
  if (length < policy.shortest) broken.push('too-short')
  if (length > policy.longest) broken.push('too-long')
  if (kindsIn(password) < policy.kinds) broken.push('too-plain')
  if (containsName(password, owner)) broken.push('contains-name')
  if (isCommon(password)) broken.push('too-common')
  if (new Set(password).size < Math.min(6, policy.shortest / 2)) broken.push('too-repetitive')
  return broken
}

function kindsIn(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}\s]/u].filter(kind => kind.test(password)).length
}

/** Parts of the sign-in name count too: `jn-zhoumin` is guessed as `zhoumin`. */
function containsName(password: string, { login, name }: Owner): boolean {
  const folded = password.toLowerCase()
  const parts = [login, ...login.split(/[^\p{L}\p{N}]+/u), name].map(part => part.toLowerCase())
  return parts.some(part => Array.from(part).length >= (/\p{Script=Han}/u.test(part) ? 2 : 4) && folded.includes(part))
}

/** Letters swapped for digits or signs do not make another word; nor does what is put around it. */
function isCommon(password: string): boolean {
  const folded = password.toLowerCase()
  const unswapped = folded.replace(/[@4013!|5$7]/g, sign => swapped[sign] ?? sign)
  return [folded, unswapped].some(form => commonPasswords.has(lettersOf(form)) || isMostlyCommon(form))
}

const swapped: Readonly<Record<string, string>> = {
  ...{ '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '|': 'i', '3': 'e', '5': 's', $: 's', '7': 't' },
}

const lettersOf = (form: string) => form.replace(/^[^a-z]+|[^a-z]+$/g, '')

function isMostlyCommon(form: string): boolean {
  for (const common of commonPasswords) if (common.length * 2 > form.length && form.includes(common)) return true
  return false
}

/**
 * Disability certificates (残疾人证): the identity number (18) + type (1) + grade (1), and after a re-issue B1, B2 ….
 * The order of type and grade is the certificate system's; grade 1 is the most severe.
 */
import type { CalendarDate } from './calendar-date.ts'
import { toHalfWidth } from './half-width.ts'
import { type IdentityNumber, parseIdentityNumber, revealIdentityNumber } from './identity-number.ts'
import { refuse } from './refuse.ts'

export type DisabilityType = 1 | 2 | 3 | 4 | 5 | 6 | 7
export type DisabilityGrade = 1 | 2 | 3 | 4

export const disabilityTypes = {
  1: { name: 'visual', zh: '视力' },
  2: { name: 'hearing', zh: '听力' },
  3: { name: 'speech', zh: '言语' },
  4: { name: 'physical', zh: '肢体' },
  5: { name: 'intellectual', zh: '智力' },
  6: { name: 'mental', zh: '精神' },
  7: { name: 'multiple', zh: '多重' },
} as const satisfies Record<DisabilityType, { name: string; zh: string }>

export interface DisabilityCertificate {
  readonly identityNumber: IdentityNumber
  readonly type: DisabilityType
  /** Of type 7 the grade of the most severe component. */
  readonly grade: DisabilityGrade
  /** 0 for the first issue, 1 for B1 … */
  readonly reissue: number
}

export function parseDisabilityCertificate(text: unknown, today: CalendarDate): DisabilityCertificate {
  if (typeof text !== 'string' || text.length > 60) throw refuse('certificate.length')
  const plain = toHalfWidth(text)
    .replace(/[\s\-\u200b-\u200d\ufeff]/g, '')
    .toUpperCase()
  const match = /^(.{18})(.)(.)(?:B(\d{1,2}))?$/u.exec(plain)
  if (!match) throw refuse('certificate.length')
  const [, number, type, grade, reissue] = match
  const identityNumber = parseIdentityNumber(number, today)
  if (!/[1-7]/.test(type!)) throw refuse('certificate.type')
  if (!/[1-4]/.test(grade!)) throw refuse('certificate.grade')
  return {
    identityNumber,
    type: Number(type) as DisabilityType,
    grade: Number(grade) as DisabilityGrade,
    reissue: Number(reissue ?? 0),
  }
}

/** The 20 (or more) characters in clear; see `revealIdentityNumber`. */
export function revealDisabilityCertificate(certificate: DisabilityCertificate): string {
  const { identityNumber, type, grade, reissue } = certificate
  return `${revealIdentityNumber(identityNumber)}${type}${grade}${reissue > 0 ? `B${reissue}` : ''}`
}

/** 重度: grade 1 or 2. Programmes that also take grade 3 of some types say so in their policy pack. */
export function isSevere(grade: DisabilityGrade): boolean {
  return grade <= 2
}

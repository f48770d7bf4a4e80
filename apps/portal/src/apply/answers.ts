/**
 * An application half written, as it lies in the draft: any part may still be missing. What is there has the shape
 * of the API's `Application`, so that the finished answers can be handed in as they are.
 */
import { type CalendarDate, calendarDate } from '@doudi/kernel'

export const incomeKinds = [
  'wage',
  'farming',
  'business',
  'property',
  'pension',
  'support',
  'subsidy',
  'other',
] as const
export type IncomeKind = (typeof incomeKinds)[number]

export const relations = [
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'child-in-law',
  'parent-in-law',
  'other',
] as const
export type Relation = (typeof relations)[number] | 'self'

export const disabilityKinds = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
] as const
export const hardships = ['illness', 'disability', 'no-work', 'old-age', 'school', 'accident', 'other'] as const

export interface Income {
  readonly kind: IncomeKind
  /** null: 说不准. */
  readonly amountFen: number | null
  readonly per: 'month' | 'year'
}

export interface Member {
  readonly name?: string
  readonly relation?: Relation
  readonly documentKind?: 'identity-card' | 'none'
  readonly identityNumber?: string
  readonly bornOn?: string
  readonly sex?: 'male' | 'female'
  /** 户口类别; missing: 说不准. Asked once, of the applicant, and taken for the family. */
  readonly registration?: 'urban' | 'rural'
  readonly employed?: boolean
  readonly student?: boolean
  readonly seriousIllness?: boolean
  readonly disabilityKind?: (typeof disabilityKinds)[number]
  readonly disabilityGrade?: number
  readonly incomes?: readonly Income[]
  readonly socialInsuranceFen?: number
}

export interface Answers {
  readonly programme?: 'dibao'
  readonly division?: string
  readonly residence?: { readonly registeredSame: boolean; readonly address: string }
  readonly applicant?: { readonly name: string; readonly identityNumber: string; readonly phone?: string }
  readonly helper?: { readonly name?: string; readonly phone?: string; readonly relation: string }
  /** The first is the applicant; one without a name is still to be told about. */
  readonly members?: readonly Member[]
  readonly hardship?: readonly string[]
  readonly hardshipText?: string
  readonly property?: {
    readonly depositsFen: number | null
    readonly vehicles: number | null
    readonly homes: number | null
    readonly business: boolean | null
  }
  readonly bankAccount?: { readonly holderName: string; readonly bank: string; readonly number: string } | null
  readonly commitment?: { readonly agreed: true; readonly signedName: string }
  readonly consents?: readonly { readonly memberIndex: number; readonly method: 'phone'; readonly signedName: string }[]
  readonly pending?: readonly string[]
}

export const membersOf = ({ members = [] }: Answers): readonly Member[] => members
export const nameOf = (answers: Answers, n: number): string => membersOf(answers)[n]?.name ?? ''

/** The whole family with the register of the applicant; departments say where somebody's is another. */
export function withRegistration(members: readonly Member[], registration: Member['registration']): Member[] {
  return members.map(({ registration: _, ...member }) => (registration ? { ...member, registration } : member))
}

/** The answers with one person changed. */
export function withMember(answers: Answers, n: number, change: Member): Answers {
  const members = [...membersOf(answers)]
  members[n] = change
  return { ...answers, members }
}

/** The day of birth, written in the identity number or told. */
export function bornOn({ identityNumber, bornOn: told }: Member): CalendarDate | null {
  const digits = identityNumber?.slice(6, 14)
  const text = digits ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : told
  return text ? calendarDate(text) : null
}

/** Whole years on a day; somebody whose birth is not known counts as an adult. */
export function ageOn(member: Member, today: CalendarDate): number {
  const born = bornOn(member)
  if (!born) return 18
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

/** Adults sign their own authorisation. */
export const isAdult = (member: Member, today: CalendarDate): boolean => ageOn(member, today) >= 18
/** Below sixteen nobody may be employed: children are not asked what they earn. */
export const mayEarn = (member: Member, today: CalendarDate): boolean => ageOn(member, today) >= 16

/** Signatures count persons by their place: when somebody comes, goes or changes name, they are asked for again. */
export function withoutStaleSignatures(before: Answers, after: Answers): Answers {
  const people = (answers: Answers) =>
    membersOf(answers)
      .map(({ name }) => name ?? '')
      .join('\n')
  if (people(before) === people(after)) return after
  const { consents: _, commitment: __, ...rest } = after
  return rest
}

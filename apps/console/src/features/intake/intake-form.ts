/**
 * What the window fills in, as it is typed, and the application made from it. Pure. Text stays text until it is sent,
 * so that nothing somebody typed is lost; amounts are read by the kernel, and what it refuses becomes an issue.
 */

import {
  type Attempt,
  ageOn,
  attempt,
  birthOf,
  type CalendarDate,
  isCalendarDate,
  parseIdentityNumber,
  parseYuan,
  toWire,
} from '@doudi/kernel'
import type { Body } from '../../api.ts'

type Application = Body<'/applications'>['application']
type Member = Application['members'][number]
type Income = NonNullable<Member['incomes']>[number]

export interface IncomeDraft {
  readonly kind: Income['kind']
  readonly amount: string
  readonly unsure: boolean
  readonly per: 'month' | 'year'
}

export interface MemberDraft {
  /** Only for the list on the screen. */
  readonly key: string
  readonly name: string
  readonly relation: Member['relation']
  readonly documentKind: Member['documentKind']
  readonly identityNumber: string
  readonly bornOn: string
  readonly sex: '' | 'male' | 'female'
  readonly seriousIllness: boolean
  readonly student: boolean
  readonly disabilityKind: '' | NonNullable<Member['disabilityKind']>
  readonly disabilityGrade: string
  readonly incomes: readonly IncomeDraft[]
  readonly consented: boolean
}

/** `null` is 说不准. */
export type Unsure<T> = T | null

export interface IntakeDraft {
  readonly town: string
  readonly division: string
  readonly address: string
  readonly registeredSame: boolean
  readonly phone: string
  readonly onBehalf: { name: string; phone: string; relation: string } | null
  readonly members: readonly MemberDraft[]
  readonly deposits: Unsure<string>
  readonly vehicles: Unsure<string>
  readonly homes: Unsure<string>
  readonly business: Unsure<boolean>
  readonly hardship: string[]
  readonly hardshipText: string
  readonly account: { holderName: string; bank: string; number: string } | null
  readonly pending: string[]
  readonly committed: boolean
}

export function emptyMember(key: string, relation: Member['relation']): MemberDraft {
  return {
    key,
    name: '',
    relation,
    documentKind: 'identity-card',
    identityNumber: '',
    bornOn: '',
    sex: '',
    seriousIllness: false,
    student: false,
    disabilityKind: '',
    disabilityGrade: '',
    incomes: [],
    consented: true,
  }
}

export function emptyDraft(): IntakeDraft {
  return {
    town: '',
    division: '',
    address: '',
    registeredSame: true,
    phone: '',
    onBehalf: null,
    members: [emptyMember('self', 'self')],
    deposits: '',
    vehicles: '0',
    homes: '1',
    business: false,
    hardship: [],
    hardshipText: '',
    account: null,
    pending: [],
    committed: false,
  }
}

export const hasNumber = ({ documentKind }: Pick<MemberDraft, 'documentKind'>) =>
  ['identity-card', 'household-booklet', 'residence-permit'].includes(documentKind)

/** Who is known to be under 18 signs nothing; a guardian does, later. */
export function isMinor(member: MemberDraft, today: CalendarDate): boolean {
  const number = attempt(() => parseIdentityNumber(member.identityNumber, today))
  const born = hasNumber(member) ? number.ok && birthOf(number.value) : isCalendarDate(member.bornOn) && member.bornOn
  return born !== false && ageOn(born, today) < 18
}

/** What somebody typed as yuan, read. Nothing written is not 0: silence is never “no assets”. */
export function readAmount(text: string): Attempt<number> {
  return attempt(() => toWire(parseYuan(text)))
}

/** Whether every amount is either written in full or marked 说不准. */
export function amountsWritten({ deposits, members }: IntakeDraft): boolean {
  const incomes = members.flatMap(member => member.incomes).filter(income => !income.unsure)
  return [...incomes.map(income => income.amount), ...(deposits === null ? [] : [deposits])].every(
    text => readAmount(text).ok,
  )
}

const amount = (text: string): number => {
  const read = readAmount(text)
  return read.ok ? read.value : 0
}

/** Income of everybody in fen a month, and whether something is unsure. For the words under the form, never sent. */
export function monthlyIncome({ members }: IntakeDraft): { fen: number; unsure: boolean } {
  const incomes = members.flatMap(member => member.incomes)
  const known = incomes.filter(income => !income.unsure)
  return {
    fen: known.reduce((sum, { amount: text, per }) => sum + Math.round(amount(text) / (per === 'year' ? 12 : 1)), 0),
    unsure: known.length < incomes.length,
  }
}

/** The body of `POST /applications`. */
export function applicationOf(draft: IntakeDraft, today: CalendarDate): Body<'/applications'> {
  const [first] = draft.members
  const applicant = { name: first?.name ?? '', identityNumber: first?.identityNumber ?? '', phone: draft.phone }
  return {
    channel: 'window' as const,
    ...(draft.onBehalf ? { onBehalf: draft.onBehalf } : {}),
    application: {
      programme: 'dibao' as const,
      division: draft.division,
      residence: { registeredSame: draft.registeredSame, address: draft.address },
      applicant,
      members: draft.members.map(memberOf),
      hardship: draft.hardship,
      ...(draft.hardshipText.trim() ? { hardshipText: draft.hardshipText } : {}),
      property: {
        depositsFen: draft.deposits === null ? null : amount(draft.deposits),
        vehicles: draft.vehicles === null ? null : Number(draft.vehicles),
        homes: draft.homes === null ? null : Number(draft.homes),
        business: draft.business,
      },
      bankAccount: draft.account,
      commitment: { agreed: true as const, signedName: applicant.name },
      consents: draft.members.flatMap((member, memberIndex) =>
        member.consented && !isMinor(member, today)
          ? [{ memberIndex, method: 'window' as const, signedName: member.name }]
          : [],
      ),
      pending: draft.pending,
    },
  }
}

function memberOf(member: MemberDraft): Member {
  const { name, relation, documentKind, disabilityKind, disabilityGrade } = member
  return {
    name,
    relation,
    documentKind,
    ...(hasNumber(member)
      ? { identityNumber: member.identityNumber }
      : { bornOn: member.bornOn, ...(member.sex ? { sex: member.sex } : {}) }),
    ...(disabilityKind ? { disabilityKind, disabilityGrade: Number(disabilityGrade || '1') } : {}),
    seriousIllness: member.seriousIllness,
    student: member.student,
    incomes: member.incomes.map(({ kind, unsure, amount: text, per }) => ({
      kind,
      amountFen: unsure ? null : amount(text),
      per,
    })),
  }
}

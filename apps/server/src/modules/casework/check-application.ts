/**
 * What the shape of an application cannot say: that numbers and dates agree with each other and with today, that
 * nobody stands in it twice, that every signature belongs to somebody. Pure. Every refusal names its place.
 */
import {
  addYears,
  type BankAccountKind,
  birthOf,
  type CalendarDate,
  type IdentityNumber,
  type Issue,
  isAfter,
  nameKey,
  Problem,
  parseBankAccount,
  parseDate,
  parseIdentityNumber,
  revealIdentityNumber,
  sexOf,
  toHalfWidth,
} from '@doudi/kernel'
import type { Application, ApplicationMember } from './application.ts'

export const applicationIssues = {
  'application.first-is-applicant': 'the first member is not the applicant',
  'application.one-self': 'more than one member is entered as the applicant',
  'application.duplicate-identity': 'two members carry the same identity number',
  'application.identity-missing': 'an identity card without its number',
  'application.born-missing': 'neither an identity number nor a date of birth',
  'application.born-future': 'the date of birth lies after today',
  'application.born-differs': 'the date of birth is not the one in the identity number',
  'application.sex-differs': 'the sex is not the one in the identity number',
  'application.disability-half': 'kind and grade of a disability belong together',
  'application.signed-by-other': 'the signature is not the name of the person it stands for',
  'application.signed-twice': 'one person signed twice',
  'application.signer-unknown': 'there is no such member',
} as const
export type ApplicationIssue = keyof typeof applicationIssues

/** A member with what was read out of the text they typed. */
export interface CheckedMember extends Omit<ApplicationMember, 'identityNumber' | 'bornOn' | 'sex'> {
  readonly identity: IdentityNumber | null
  readonly bornOn: CalendarDate
  readonly sex: 'male' | 'female' | null
  readonly adult: boolean
}

export interface CheckedApplication extends Omit<Application, 'members' | 'bankAccount'> {
  readonly members: readonly CheckedMember[]
  readonly bankAccount: { holderName: string; bank: string; number: string; kind: BankAccountKind } | null
}

/** The application with numbers and dates read, or every issue at once: people correct a form in one go. */
export function checkApplication(given: Application, today: CalendarDate): CheckedApplication | { issues: Issue[] } {
  const issues: Issue[] = []
  const wrong = (pointer: string, code: ApplicationIssue) => void issues.push({ in: 'body', pointer, code })
  const members = given.members.map((one, i) => checkMember(one, `/members/${i}`, today, issues))
  checkFirst(given, members, today, issues)
  checkTwice(members, wrong)
  checkSignatures(given, wrong)
  const { bankAccount } = given
  const account = bankAccount && reading(issues, '/bankAccount/number', () => readAccount(bankAccount.number))
  if (issues.length > 0) return { issues }
  const read = members.filter(member => member !== undefined)
  return { ...given, members: read, bankAccount: bankAccount && account ? { ...bankAccount, ...account } : null }
}

/** Runs a kernel parser; its refusal becomes an issue at this place. */
function reading<T>(issues: Issue[], pointer: string, parse: () => T): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code = error.code, details = {} } = error.issues[0] ?? {}
    issues.push({ in: 'body', pointer, code, details })
    return undefined
  }
}

/** Cards begin with 62 and carry a check digit; everything else is read as a passbook. */
function readAccount(number: string): { number: string; kind: BankAccountKind } {
  const kind = /^\s*6\s*2/.test(toHalfWidth(number)) ? 'card' : 'passbook'
  return { number: parseBankAccount(number, kind), kind }
}

function checkMember(
  one: ApplicationMember,
  at: string,
  today: CalendarDate,
  issues: Issue[],
): CheckedMember | undefined {
  const before = issues.length
  const wrong = (field: string, code: ApplicationIssue) =>
    void issues.push({ in: 'body', pointer: `${at}/${field}`, code })
  const identity = readIdentity(one, at, today, issues)
  const bornOn = readBirth(one, identity, at, today, issues)
  const sex = identity ? sexOf(identity) : (one.sex ?? null)
  if (one.sex && sex !== one.sex) wrong('sex', 'application.sex-differs')
  if ((one.disabilityKind === undefined) !== (one.disabilityGrade === undefined))
    wrong('disabilityGrade', 'application.disability-half')
  if (issues.length > before || !bornOn) return undefined
  const { identityNumber: _, bornOn: __, sex: ___, ...rest } = one
  return { ...rest, identity, bornOn, sex, adult: !isAfter(addYears(bornOn, 18), today) }
}

const numbered = new Set<ApplicationMember['documentKind']>(['identity-card', 'residence-permit'])

function readIdentity(one: ApplicationMember, at: string, today: CalendarDate, issues: Issue[]): IdentityNumber | null {
  const pointer = `${at}/identityNumber`
  if (one.identityNumber === undefined || one.identityNumber.trim() === '') {
    if (numbered.has(one.documentKind)) issues.push({ in: 'body', pointer, code: 'application.identity-missing' })
    return null
  }
  return reading(issues, pointer, () => parseIdentityNumber(one.identityNumber, today)) ?? null
}

function readBirth(
  one: ApplicationMember,
  identity: IdentityNumber | null,
  at: string,
  today: CalendarDate,
  issues: Issue[],
): CalendarDate | undefined {
  const pointer = `${at}/bornOn`
  const wrong = (code: ApplicationIssue) => void issues.push({ in: 'body', pointer, code })
  const said = one.bornOn === undefined ? undefined : reading(issues, pointer, () => parseDate(one.bornOn))
  if (said && isAfter(said, today)) wrong('application.born-future')
  if (identity && said && said !== birthOf(identity)) wrong('application.born-differs')
  if (!identity && one.bornOn === undefined && !numbered.has(one.documentKind)) wrong('application.born-missing')
  return identity ? birthOf(identity) : said
}

function checkFirst(
  { applicant, members: given }: Application,
  members: readonly (CheckedMember | undefined)[],
  today: CalendarDate,
  issues: Issue[],
): void {
  const wrong = (pointer: string, code: ApplicationIssue) => void issues.push({ in: 'body', pointer, code })
  const number = reading(issues, '/applicant/identityNumber', () =>
    parseIdentityNumber(applicant.identityNumber, today),
  )
  const first = members[0]
  if (given[0]?.relation !== 'self') wrong('/members/0/relation', 'application.first-is-applicant')
  given.forEach(({ relation }, i) => {
    if (i > 0 && relation === 'self') wrong(`/members/${i}/relation`, 'application.one-self')
  })
  if (!first) return
  if (first.name !== applicant.name) wrong('/applicant/name', 'application.first-is-applicant')
  if (number && (!first.identity || revealIdentityNumber(first.identity) !== revealIdentityNumber(number)))
    wrong('/applicant/identityNumber', 'application.first-is-applicant')
}

type Wrong = (pointer: string, code: ApplicationIssue) => void

function checkTwice(members: readonly (CheckedMember | undefined)[], wrong: Wrong): void {
  const seen = new Set<string>()
  members.forEach((member, i) => {
    if (!member?.identity) return
    const number = revealIdentityNumber(member.identity)
    if (seen.has(number)) wrong(`/members/${i}/identityNumber`, 'application.duplicate-identity')
    seen.add(number)
  })
}

/** Names are compared as people write them: width, dots and spaces do not matter. A guardian signs their own name. */
function checkSignatures({ applicant, helper, commitment, consents, members }: Application, wrong: Wrong): void {
  const signers = [applicant.name, ...(helper ? [helper.name] : [])].map(nameKey)
  if (!signers.includes(nameKey(commitment.signedName))) wrong('/commitment/signedName', 'application.signed-by-other')
  const seen = new Set<number>()
  consents.forEach(({ memberIndex, method, signedName }, i) => {
    const signer = members[memberIndex]
    if (!signer) wrong(`/consents/${i}/memberIndex`, 'application.signer-unknown')
    if (seen.has(memberIndex)) wrong(`/consents/${i}/memberIndex`, 'application.signed-twice')
    seen.add(memberIndex)
    if (signer && method !== 'guardian' && nameKey(signer.name) !== nameKey(signedName))
      wrong(`/consents/${i}/signedName`, 'application.signed-by-other')
  })
}

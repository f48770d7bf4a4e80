/**
 * Takes an application in, from the portal, the window or a coordinator alike: the family is registered, what it
 * declared becomes facts with source and day, the case gets its number and its first entry on the line.
 */
import { invalid, type PhoneNumber, revealIdentityNumber } from '@doudi/kernel'
import { addWorkingDays } from '@doudi/kernel/working-days'
import { actsFor, registerResident, textHousehold } from '#modules/identity/index.ts'
import { record } from '#modules/journal/index.ts'
import { calendarFor, divisionOf } from '#modules/places/index.ts'
import { formFor, procedureFor } from '#modules/policies/index.ts'
import { addFacts, declareBankAccount, type RegisteredHousehold, registerFamily } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import type { Submission } from './acts.ts'
import type { Application } from './application.ts'
import { initialCase } from './case.ts'
import type { CaseRow } from './case-row.ts'
import { hasOpenCase, insertCase, nextCaseNumber } from './casework.sql.ts'
import { type CheckedApplication, checkApplication } from './check-application.ts'
import type { Submitted } from './contract.ts'
import { declaredFacts } from './declared-facts.ts'
import { problems } from './problems.ts'
import { whoOf } from './record-act.ts'
import { receivedText } from './texts.ts'

export interface Intake {
  readonly channel: Submission['channel']
  readonly onBehalf: { readonly name: string; readonly phone: string; readonly relation: string } | null
  /** Where in the request the application stands, for the pointers of issues. */
  readonly pointer: string
}

export interface TakenIn {
  readonly reply: Submitted
  /** The account that may follow the case: the helper's when somebody applied for the family. */
  readonly residentAccountId: string
}

/** Looking at the papers and asking for what is missing is promised within this many working days. */
const FIRST_LOOK_DAYS = 3

export async function submitApplication(work: Work, given: Application, intake: Intake): Promise<TakenIn> {
  const checked = checkApplication(given, work.today)
  if ('issues' in checked)
    throw invalid(checked.issues.map(issue => ({ ...issue, pointer: intake.pointer + issue.pointer })))
  const pack = await placeOf(work, checked, intake)
  const household = await registerFamily(work, familyOf(checked))
  if (await hasOpenCase(work, household.householdId, checked.programme)) throw problems.of('casework.already-open')
  if (intake.channel === 'portal' && !household.isNew) await refuseStranger(work, household, checked, intake)
  const row = await openCase(
    work,
    submissionOf(checked, household, intake, { pack, number: await nextCaseNumber(work, checked.division) }),
  )
  await keepDeclaration(work, checked, household, row, intake)
  const residentAccountId = await announce(work, checked, row, intake)
  return { reply: await replyOf(work, row), residentAccountId }
}

/**
 * Knowing an identity number is not being that person: on the web only a phone that the household left may write on its
 * line and, from then on, read it. At the window somebody looks at the card.
 */
async function refuseStranger(
  work: Work,
  { householdId }: RegisteredHousehold,
  { applicant }: CheckedApplication,
  { onBehalf }: Intake,
): Promise<void> {
  const proven = (onBehalf ?? applicant).phone as PhoneNumber
  if (!(await actsFor(work, proven, householdId))) throw problems.of('casework.household-known')
}

/** The village must be one, in the caller's area, and offer the programme; returns its pack. */
async function placeOf(work: Work, { division, programme }: CheckedApplication, { pointer }: Intake): Promise<string> {
  const { areas } = work.caller.scope
  const place = await divisionOf(work, division)
  if (place.level !== 'village')
    throw invalid([{ in: 'body', pointer: `${pointer}/division`, code: 'casework.not-a-village' }])
  if (!areas.some(area => area === '*' || division.startsWith(area))) throw platformProblems.of('access.out-of-area')
  if (!place.pack) throw problems.of('casework.not-open-here')
  await procedureFor(work, place.pack, programme, work.today)
  return place.pack
}

function familyOf({ division, residence, applicant, members }: CheckedApplication) {
  return {
    division,
    address: residence.address,
    members: members.map(({ name, relation, documentKind, identity, bornOn, sex }, i) => ({
      ...{ name, relation, documentKind, bornOn, sex },
      identityNumber: identity && revealIdentityNumber(identity),
      phone: i === 0 ? applicant.phone : null,
    })),
  }
}

function submissionOf(
  { programme, division, members, consents, commitment, pending }: CheckedApplication,
  household: RegisteredHousehold,
  { channel, onBehalf }: Intake,
  { pack, number }: { pack: string; number: string },
): Submission {
  const personOf = (i: number): string => {
    const person = household.members[i]
    if (!person) throw new Error('the register returned fewer people than were given')
    return person.personId
  }
  return {
    ...{ number, programme, pack, division, channel, pending },
    householdId: household.householdId,
    applicant: { personId: personOf(0), name: members[0]?.name ?? commitment.signedName },
    members: members.map(({ name, relation, adult }, i) => ({ personId: personOf(i), name, relation, adult })),
    onBehalf: onBehalf && { name: onBehalf.name, relation: onBehalf.relation },
    consents: consents.map(({ memberIndex, method, signedName }) => ({
      personId: personOf(memberIndex),
      method,
      signedName,
    })),
    commitment: { signedName: commitment.signedName },
  }
}

async function openCase(work: Work, body: Submission): Promise<CaseRow> {
  const { division, householdId } = body
  const id = work.newId<'case'>()
  const by = { ...whoOf(work), name: work.caller.name }
  const state = initialCase({ type: 'case.submitted', body, at: work.now, by, reason: null })
  const row = await insertCase(work, id, state, await calendarFor(work, division))
  record(work, { act: 'case.submitted', division, householdId, caseId: id, body })
  return row
}

async function keepDeclaration(
  work: Work,
  checked: CheckedApplication,
  { householdId, members }: RegisteredHousehold,
  row: CaseRow,
  { channel }: Intake,
): Promise<void> {
  const form = await formFor(work, row.pack, row.programme, work.today)
  const facts = declaredFacts(
    checked,
    form.fields,
    members.map(({ personId }) => personId),
  )
  await addFacts(
    work,
    facts.map(fact => ({
      ...fact,
      ...{ division: row.division, householdId, caseId: row.id, asOf: work.today },
      ...{ source: 'declared' as const, sourceDetail: channel },
    })),
  )
  if (checked.bankAccount) await declareBankAccount(work, { householdId, ...checked.bankAccount })
}

/** Both the applicant and the helper are told, and can look at the case by phone from now on. */
async function announce(
  work: Work,
  { members, applicant }: CheckedApplication,
  row: CaseRow,
  { onBehalf }: Intake,
): Promise<string> {
  const place = { householdId: row.household_id, division: row.division }
  const phone = applicant.phone as PhoneNumber
  const identityNumber = members[0]?.identity ?? undefined
  const own = await registerResident(work, { ...place, name: applicant.name, phone, identityNumber })
  const helper =
    onBehalf && (await registerResident(work, { ...place, name: onBehalf.name, phone: onBehalf.phone as PhoneNumber }))
  await textHousehold(work, row.household_id, receivedText(row))
  await work.enqueue('verification.record-consents', { area: row.division, caseId: row.id })
  return helper ?? own
}

async function replyOf(work: Work, row: CaseRow): Promise<Submitted> {
  return {
    caseId: row.id,
    caseNumber: row.number,
    householdId: row.household_id,
    receivedOn: work.today,
    next: {
      what: {
        zh: '镇里会看材料，缺什么一次告诉您',
        en: 'The town looks at the papers and tells you once what is missing',
      },
      byDate: addWorkingDays(work.today, FIRST_LOOK_DAYS, await calendarFor(work, row.division)),
    },
  }
}

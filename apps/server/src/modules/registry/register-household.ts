/** Brings a family into the register: people found by identity number are taken as they are, new ones are added. */
import { addDays, type Id, parseIdentityNumber, parsePersonName } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import {
  endMemberships,
  findHousehold,
  insertHousehold,
  insertMembership,
  membersOn,
  setRelation,
  takeHouseholdNumber,
  updateHousehold,
} from './household.sql.ts'
import { countyOf, type HouseholdRow, householdNumber, sealAddress } from './household.ts'
import { findByIdentity, insertPerson, updatePerson } from './person.sql.ts'
import { identityIndexOf, type NewPerson, personColumns } from './person.ts'
import { problems } from './problems.ts'

export interface NewMember extends NewPerson {
  /** To the head of the household: `self`, `spouse`, `child`, `parent`, … */
  readonly relation: string
}

export interface NewHousehold {
  /** The village, 12 digits. */
  readonly division: string
  readonly address?: string | null
  /** The first is the head. */
  readonly members: readonly NewMember[]
  /** First day of membership; today unless said. */
  readonly since?: string
}

export interface RegisteredHousehold {
  readonly householdId: Id<'household'>
  readonly number: string
  readonly division: string
  /** In the order in which they were given. */
  readonly members: readonly { readonly personId: Id<'person'>; readonly name: string; readonly relation: string }[]
  /** False when the head's household was registered before and is used again. */
  readonly isNew: boolean
}

/** A household that is not registered yet. */
export async function createHousehold(work: Work, household: NewHousehold): Promise<RegisteredHousehold> {
  const [head] = household.members
  if (!head) throw problems.of('registry.not-a-member')
  const nth = await takeHouseholdNumber(work, household.division)
  const householdId = work.newId<'household'>()
  const number = householdNumber(household.division, nth)
  await insertHousehold(work, {
    ...{ county: countyOf(household.division), id: householdId, division: household.division, number },
    ...{ head_person_id: null, head_name: parsePersonName(head.name), created_at: work.now },
    address_sealed: household.address ? sealAddress(household.address, householdId, work.crypto) : null,
  })
  const members: RegisteredHousehold['members'][number][] = []
  for (const member of household.members) members.push(await addMember(work, householdId, member, household.since))
  await updateHousehold(work, householdId, {
    head_person_id: members[0]?.personId ?? null,
    head_name: members[0]?.name ?? head.name,
  })
  return { householdId, number, division: household.division, members, isNew: true }
}

/**
 * A family that applies, perhaps not for the first time: the household of the first member, if there is one, is used
 * again and made to consist of exactly the people given; who is not named any more left yesterday.
 */
export async function registerFamily(work: Work, family: NewHousehold): Promise<RegisteredHousehold> {
  const [head] = family.members
  const known = head ? await personByIdentity(work, family.division, head) : undefined
  const household = known ? await findHousehold(work, known.household_id) : undefined
  if (!household || household.division !== family.division) return createHousehold(work, family)
  const members: RegisteredHousehold['members'][number][] = []
  for (const member of family.members) members.push(await keepOrAddMember(work, household, member))
  await endOthers(
    work,
    household.id,
    members.map(member => member.personId),
  )
  await updateHousehold(work, household.id, {
    ...{ head_person_id: members[0]?.personId ?? null, head_name: members[0]?.name ?? household.head_name },
    ...(family.address ? { address_sealed: sealAddress(family.address, household.id, work.crypto) } : {}),
  })
  return {
    householdId: household.id as Id<'household'>,
    number: household.number,
    division: household.division,
    members,
    isNew: false,
  }
}

/** Adds somebody to a household. Who already belongs to another one is refused: one person, one household. */
export async function addMember(work: Work, householdId: string, member: NewMember, since: string = work.today) {
  const household = await findHousehold(work, householdId)
  if (!household) throw platformProblems.of('access.out-of-area')
  const known = await personByIdentity(work, household.division, member)
  if (known && known.household_id !== householdId) throw problems.of('registry.person-elsewhere')
  const personId = known ? (known.id as Id<'person'>) : await addPerson(work, household, member)
  const present = (await membersOn(work, householdId, since)).some(row => row.id === personId)
  if (present) throw problems.of('registry.already-member')
  await insertMembership(work, {
    ...{ county: household.county, household_id: householdId, person_id: personId, division: household.division },
    ...{ relation: member.relation, valid_from: since },
  })
  return { personId, name: known?.name ?? parsePersonName(member.name), relation: member.relation }
}

/** A person of a household; membership is written by `addMember`. */
async function addPerson(work: Work, household: HouseholdRow, person: NewPerson): Promise<Id<'person'>> {
  const id = work.newId<'person'>()
  const columns = personColumns(person, id, work.today, work.crypto)
  const place = { county: household.county, division: household.division, household_id: household.id }
  await insertPerson(work, { ...place, id, ...columns, died_on: null, created_at: work.now })
  return id
}

async function keepOrAddMember(work: Work, household: HouseholdRow, member: NewMember) {
  const known = await personByIdentity(work, household.division, member)
  const present = (await membersOn(work, household.id, work.today)).find(row => row.id === known?.id)
  const same = present ?? (await sameUnnumbered(work, household.id, member))
  if (!same) return addMember(work, household.id, member)
  if (same.relation !== member.relation) await setRelation(work, household.id, same.id, member.relation)
  const columns = personColumns(member, same.id, work.today, work.crypto)
  await updatePerson(work, same.id, withoutNulls(columns))
  return { personId: same.id as Id<'person'>, name: columns.name, relation: member.relation }
}

/** Somebody without a number (a newborn) is the member with the same name and birth date, if there is one. */
async function sameUnnumbered(work: Work, householdId: string, member: NewMember) {
  const members = await membersOn(work, householdId, work.today)
  return members.find(
    row => !row.identity_sealed && row.name === parsePersonName(member.name) && row.born_on === (member.bornOn ?? null),
  )
}

/** What a new application leaves out is not forgotten. */
function withoutNulls<T extends object>(columns: T): Partial<T> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as Partial<T>
}

async function endOthers(work: Work, householdId: string, keep: readonly string[]): Promise<void> {
  const members = await membersOn(work, householdId, work.today)
  const gone = members.map(row => row.id).filter(id => !keep.includes(id))
  await endMemberships(work, householdId, gone, addDays(work.today, -1))
}

async function personByIdentity(work: Work, division: string, person: NewPerson) {
  if (!person.identityNumber) return undefined
  const number = parseIdentityNumber(person.identityNumber, work.today)
  return findByIdentity(work, countyOf(division), identityIndexOf(number, work.crypto))
}

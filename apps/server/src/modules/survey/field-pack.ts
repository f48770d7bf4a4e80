/**
 * What a coordinator takes along: the households of the own villages with masked people, their open case, what the last
 * visit saw, and the visits to make. Fetching it stands on the record; a device forgets it after a week.
 */
import { addHours } from '@doudi/kernel'
import type { VisitRecord } from '@doudi/sync'
import { record } from '#modules/journal/index.ts'
import { divisionOf } from '#modules/places/index.ts'
import { membersOf, searchHouseholds } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { FieldPack } from './contract.ts'
import { visitViews } from './read-visit.ts'
import { formAt, type VisitRow, visitsOfHouseholds } from './survey.sql.ts'

const MOST_HOUSEHOLDS = 500
const PAGE = 100
const KEPT_HOURS = 7 * 24

type FoundHousehold = Awaited<ReturnType<typeof searchHouseholds>>['items'][number]

export async function fieldPack(work: Work): Promise<FieldPack> {
  const { households, truncated } = await ownHouseholds(work)
  const visits = await visitsOfHouseholds(
    work,
    households.map(({ id }) => id),
  )
  const toMake = visits.filter(({ status }) => status !== 'made')
  const made = new Map(visits.filter(({ outcome }) => outcome !== null).map(visit => [visit.household_id, visit]))
  const pack: FieldPack = {
    madeAt: work.now,
    expiresAt: addHours(work.now, KEPT_HOURS),
    truncated,
    villages: await villagesOf(work, households),
    households: [],
    visits: await visitViews(work, toMake, { withForm: true }),
  }
  for (const household of households) pack.households.push(await packed(work, household, made.get(household.id)))
  record(work, {
    act: 'field-pack.fetched',
    division: work.caller.division,
    body: { households: households.length, visits: toMake.length },
  })
  return pack
}

async function ownHouseholds(work: Work): Promise<{ households: FoundHousehold[]; truncated: boolean }> {
  const households: FoundHousehold[] = []
  let after: string | undefined
  do {
    const { items, next } = await searchHouseholds(work, {}, after, PAGE)
    households.push(...items)
    after = next ?? undefined
  } while (after !== undefined && households.length < MOST_HOUSEHOLDS)
  return { households, truncated: after !== undefined }
}

async function packed(work: Work, household: FoundHousehold, last: VisitRow | undefined) {
  const { id, number, division, headName, openCase } = household
  const members = await membersOf(work, id)
  return {
    ...{ id, number, division, headName, openCase: openCase ?? null },
    members: members.map(({ personId, name, relation, sex, age, identityMasked, phoneMasked }) => ({
      ...{ personId, name, relation, sex, age, identityMasked, phoneMasked },
    })),
    lastVisit: last ? await lastVisit(work, last) : null,
  }
}

async function lastVisit(work: Work, { id, version, visited_at, outcome }: VisitRow) {
  if (!visited_at || !outcome) return null
  const {
    photos: _photos,
    signatureDocumentId: _signature,
    ...form
  }: VisitRecord = (await formAt(work, id, version)) ?? {}
  return { visitedAt: visited_at, outcome, form }
}

async function villagesOf(work: Work, households: readonly FoundHousehold[]) {
  const codes = [...new Set(households.map(({ division }) => division))].sort()
  return Promise.all(codes.map(async code => ({ code, name: (await divisionOf(work, code)).name })))
}

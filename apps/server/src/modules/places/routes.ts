/** Addresses of the places module. */
import { isDivision, prefixOf } from '@doudi/kernel'
import { addWorkingDays, nationalCalendar } from '@doudi/kernel/working-days'
import { record } from '#modules/journal/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import { refuseUnadministered } from './administered.ts'
import * as contract from './contract.ts'
import { addDelegation } from './delegate-decision.ts'
import { divisionOf } from './find-division.ts'
import { selectCountyDelegations, selectDivisions, selectOverrides, upsertOverride } from './places.sql.ts'
import { calendarFor } from './working-calendar.ts'

const prefix = (code: string) => (isDivision(code) ? prefixOf(code) : code)

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/divisions',
    tag: 'places',
    summary: 'Divisions below one, or all of a level inside it',
    permission: 'public',
    access: 'list',
    query: contract.divisionsQuery,
    reply: contract.divisionsReply,
    handle: async ({ work, query: { parent, level, after, limit } }) => {
      const inside = level ? { prefix: parent && prefix(parent) } : { parent: parent ?? null }
      const rows = await selectDivisions(work.db, { ...inside, level, on: work.today, after, limit: limit + 1 })
      const items = rows.slice(0, limit)
      return { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null }
    },
  }),
  route({
    method: 'get',
    path: '/divisions/:code',
    tag: 'places',
    summary: 'A division, the pack that rules there and whom to telephone',
    permission: 'public',
    access: 'read',
    params: contract.divisionParams,
    reply: contract.divisionReply,
    handle: async ({ work, params }) => {
      const division = await divisionOf(work, params.code)
      return { ...division, path: division.path.map(({ code, name }) => ({ code, name })) }
    },
  }),
  route({
    method: 'get',
    path: '/delegations',
    tag: 'places',
    summary: 'Which towns of a county decide which programmes, and since when',
    permission: 'places.read',
    access: 'list',
    query: contract.delegationsQuery,
    reply: contract.delegationsReply,
    handle: async ({ work, query }) => ({
      items: await selectCountyDelegations(work.db, query.county.slice(0, 6)),
      next: null,
    }),
  }),
  route({
    method: 'post',
    path: '/delegations',
    tag: 'places',
    summary: 'Delegate the decision of a programme to a town',
    permission: 'places.edit',
    access: 'act',
    body: contract.delegationBody,
    reply: contract.delegationReply,
    status: 201,
    handle: async ({ work, body }) => {
      refuseUnadministered(work, body.town)
      const delegation = await addDelegation(work, { ...body, validTo: body.validTo ?? null })
      return { ...delegation, townName: (await divisionOf(work, body.town)).name }
    },
  }),
  route({
    method: 'get',
    path: '/calendar-days',
    tag: 'places',
    summary: 'Days on which an area differs from the national calendar',
    permission: 'public',
    access: 'list',
    query: contract.calendarQuery,
    reply: contract.calendarReply,
    handle: async ({ work, query }) => ({ items: await selectOverrides(work.db, [query.area]), next: null }),
  }),
  route({
    method: 'post',
    path: '/calendar-days',
    tag: 'places',
    summary: 'Make a day a workday or a day off in an area',
    permission: 'places.edit',
    access: 'act',
    body: contract.calendarBody,
    reply: contract.calendarItemReply,
    status: 201,
    handle: async ({ work, body }) => {
      refuseUnadministered(work, body.area)
      await divisionOf(work, body.area)
      await upsertOverride(work.db, body)
      record(work, { act: 'calendar.day-set', division: body.area, body })
      return body
    },
  }),
  route({
    method: 'get',
    path: '/working-days',
    tag: 'places',
    summary: 'On which day a limit of working days ends',
    permission: 'public',
    access: 'read',
    query: contract.workingDaysQuery,
    reply: contract.workingDaysReply,
    handle: async ({ work, query: { from, count, division } }) => {
      const calendar = division ? await calendarFor(work, division) : nationalCalendar
      const dueOn = addWorkingDays(from, count, calendar)
      return { from, count, dueOn, provisional: !calendar.covers(dueOn) }
    },
  }),
]

/** Addresses of the survey module. */

import { loadCase } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Route, route } from '#platform/http/route.ts'
import { problems } from '#platform/problems.ts'
import { readConflict, resolveConflict } from './conflict.ts'
import {
  conflict,
  decision,
  dueQuery,
  fieldPack as fieldPackShape,
  oneId,
  placeQuery,
  plan,
  reports,
  surveyors,
  sync,
  syncReply,
  syncResult,
  visit,
  visits,
  waiting,
} from './contract.ts'
import { fieldPack } from './field-pack.ts'
import { planVisit } from './plan-visit.ts'
import { visitViews } from './read-visit.ts'
import { receiveEntry } from './receive-entry.ts'
import { loadVisit, type VisitRow, visitsDue, visitsOfCase } from './survey.sql.ts'
import { surveyorsAt } from './surveyors.ts'
import { listReports, listWaiting, retryEntry } from './waiting-entries.ts'

const tag = 'survey'
const MOST_DUE = 200
const ALWAYS = '9999-12-31'

const planning: Route[] = [
  route({
    method: 'post',
    path: '/cases/:id/visits',
    tag,
    summary: 'Plan a home visit by two people, or plan the one that waits anew',
    permission: 'survey.plan',
    access: 'act',
    params: oneId,
    body: plan,
    reply: visit,
    status: 201,
    handle: async ({ work, params, body }) =>
      viewOf(work, await loadVisit(work, await planVisit(work, params.id, body))),
  }),
  route({
    method: 'get',
    path: '/cases/:id/visits',
    tag,
    summary: 'Visits of a case with what was written down',
    permission: 'survey.read',
    access: 'list',
    params: oneId,
    reply: visits,
    handle: async ({ work, params }) => {
      const { id } = await loadCase(work, params.id)
      return { items: await visitViews(work, await visitsOfCase(work, id), { withForm: true }), next: null }
    },
  }),
  route({
    method: 'get',
    path: '/visits',
    tag,
    summary: 'Planned visits, earliest first, up to a day',
    permission: 'survey.read',
    access: 'list',
    query: dueQuery,
    reply: visits,
    handle: async ({ work, query }) => ({
      items: await visitViews(work, await visitsDue(work, query.due ?? ALWAYS, MOST_DUE), { withForm: false }),
      next: null,
    }),
  }),
  route({
    method: 'get',
    path: '/surveyors',
    tag,
    summary: 'Who may make home visits in a place',
    permission: 'survey.plan',
    access: 'list',
    query: placeQuery,
    reply: surveyors,
    handle: async ({ work, query: { division } }) => {
      if (!work.caller.scope.areas.some(area => division.startsWith(area))) throw problems.of('access.out-of-area')
      return { items: await surveyorsAt(work, division), next: null }
    },
  }),
]

const offline: Route[] = [
  route({
    method: 'get',
    path: '/field-pack',
    tag,
    summary: 'What is taken along: own households, masked, and visits to make; fetching it is recorded',
    permission: 'survey.record',
    access: 'export',
    reply: fieldPackShape,
    perMinute: 30,
    handle: ({ work }) => fieldPack(work),
  }),
  route({
    method: 'post',
    path: '/sync',
    tag,
    summary: 'Entries written offline, in order; each is answered for itself',
    permission: 'survey.record',
    access: 'act',
    withoutKey: 'each entry carries an id made by the device, under which it is applied once',
    body: sync,
    reply: syncReply,
    handle: async ({ work, body }) => {
      const results: Awaited<ReturnType<typeof receiveEntry>>[] = []
      for (const entry of body.entries) results.push(await receiveEntry(work, body.device, entry))
      return { results }
    },
  }),
  route({
    method: 'get',
    path: '/submissions',
    tag,
    summary: 'Entries from devices that wait for a person: in conflict or refused',
    permission: 'survey.read',
    access: 'list',
    reply: waiting,
    handle: async ({ work }) => ({ items: await listWaiting(work), next: null }),
  }),
  route({
    method: 'post',
    path: '/submissions/:id/retry',
    tag,
    summary: 'Try a refused entry again',
    permission: 'survey.record',
    access: 'act',
    params: oneId,
    reply: syncResult,
    handle: ({ work, params }) => retryEntry(work, params.id),
  }),
  route({
    method: 'get',
    path: '/quick-reports',
    tag,
    summary: 'Quick reports about people in trouble, latest first',
    permission: 'survey.read',
    access: 'list',
    reply: reports,
    handle: async ({ work }) => ({ items: await listReports(work), next: null }),
  }),
]

const conflicts: Route[] = [
  route({
    method: 'get',
    path: '/visits/:id/conflict',
    tag,
    summary: 'Records of one visit side by side',
    permission: 'survey.read',
    access: 'read',
    params: oneId,
    reply: conflict,
    handle: ({ work, params }) => readConflict(work, params.id),
  }),
  route({
    method: 'post',
    path: '/visits/:id/resolve',
    tag,
    summary: 'Decide a conflict fact by fact',
    permission: 'survey.record',
    access: 'act',
    params: oneId,
    body: decision,
    reply: visit,
    handle: async ({ work, params, body }) => viewOf(work, await resolveConflict(work, params.id, body)),
  }),
]

async function viewOf(work: Work, row: VisitRow) {
  const [view] = await visitViews(work, [row], { withForm: true })
  if (!view) throw new Error('a visit has one view')
  return view
}

export const routes: Route[] = [...planning, ...offline, ...conflicts]

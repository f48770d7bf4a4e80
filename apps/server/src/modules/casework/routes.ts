/** Addresses of the casework module: cases, their acts, what was computed and written about them. */
import { z } from 'zod'
import type { Work } from '#platform/database/work.ts'
import { type Route, route } from '#platform/http/route.ts'
import { acceptCase } from './accept-case.ts'
import { assessCase, readAssessment, recomputeAssessment, replyOf } from './assess-case.ts'
import { assessmentsOfCase } from './assessment.sql.ts'
import { factsReply } from './case-facts.ts'
import type { CaseRow } from './case-row.ts'
import { loadCase } from './casework.sql.ts'
import { closeCase } from './close-case.ts'
import { actBodies, byId, caseCount, caseDetail, caseQuery, cases } from './contract.ts'
import { completeCorrection, requestCorrection } from './correct-papers.ts'
import { approveCase, refuseCase, returnCase } from './decide-case.ts'
import { describeCase, summariesOf } from './describe-case.ts'
import { assessment, comparedFact, letter } from './evidence-contract.ts'
import { exportCases } from './export-cases.ts'
import { countCases, listCases } from './list-cases.ts'
import { extendCase, pauseCase, resumeCase } from './move-clock.ts'
import { proposeOutcome } from './propose-outcome.ts'
import { residentRoutes } from './resident-routes.ts'
import { lettersReply, printLetter, printReceipt } from './send-letter.ts'

const tag = 'casework'
type Address = keyof typeof actBodies

/** An act: one address, one permission, the case afterwards as the reply. */
function act<B>(
  address: Address,
  permission: string,
  summary: string,
  body: z.ZodType<B>,
  perform: (work: Work, caseId: string, body: B) => Promise<CaseRow>,
): Route {
  return route({
    ...{ method: 'post', path: `/cases/:id/${address}`, tag, summary, permission, access: 'act' },
    ...{ params: byId, body, reply: caseDetail },
    handle: async ({ work, params, body: given }) => describeCase(work, await perform(work, params.id, given)),
  })
}

const acts: Route[] = [
  act(
    'request-correction',
    'casework.accept',
    'Ask once for all papers that are missing',
    actBodies['request-correction'],
    requestCorrection,
  ),
  act(
    'complete-correction',
    'casework.accept',
    'Note that the papers were brought',
    actBodies['complete-correction'],
    (work, id, { version }) => completeCorrection(work, id, version),
  ),
  act('accept', 'casework.accept', 'Accept: the legal clock starts', actBodies.accept, (work, id, { version }) =>
    acceptCase(work, id, version),
  ),
  act('reject', 'casework.accept', 'Not to be dealt with here', actBodies.reject, (work, id, body) =>
    closeCase(work, id, 'case.rejected', body),
  ),
  act('withdraw', 'casework.accept', 'Withdrawn by the family at the window', actBodies.withdraw, (work, id, body) =>
    closeCase(work, id, 'case.withdrawn', body),
  ),
  act('terminate', 'casework.accept', 'End for want of cooperation', actBodies.terminate, (work, id, body) =>
    closeCase(work, id, 'case.terminated', body),
  ),
  act('pause', 'casework.clock', 'Let the clock stand still, for a listed reason', actBodies.pause, pauseCase),
  act('resume', 'casework.clock', 'Let the clock run again', actBodies.resume, (work, id, { version }) =>
    resumeCase(work, id, version),
  ),
  act('extend', 'casework.clock', 'Use the longer limit, on a listed ground', actBodies.extend, extendCase),
  act('propose', 'casework.propose', 'Give the first opinion', actBodies.propose, proposeOutcome),
  act('approve', 'casework.decide', 'Approve', actBodies.approve, approveCase),
  act('refuse', 'casework.decide', 'Refuse, with the ground', actBodies.refuse, refuseCase),
  act('return', 'casework.decide', 'Send back for more investigation', actBodies.return, returnCase),
]

const listing: Route[] = [
  route({
    ...{
      method: 'get',
      path: '/cases',
      tag,
      summary: 'Cases by deadline',
      permission: 'casework.read',
      access: 'list',
    },
    ...{ query: caseQuery, reply: cases },
    handle: async ({ work, query }) => {
      const { rows, next } = await listCases(work, query)
      return { items: await summariesOf(work, rows), next }
    },
  }),
  route({
    ...{
      method: 'get',
      path: '/cases/count',
      tag,
      summary: 'How many cases in which state',
      permission: 'casework.read',
      access: 'count',
    },
    ...{ query: caseQuery.omit({ after: true, limit: true }), reply: caseCount },
    handle: ({ work, query }) => countCases(work, query),
  }),
  route({
    ...{
      method: 'get',
      path: '/cases/export',
      stepUp: true,
      tag,
      summary: 'The list as a file',
      permission: 'casework.export',
      access: 'export',
    },
    ...{ query: caseQuery.omit({ after: true, limit: true }), reply: 'document', perMinute: 10 },
    handle: ({ work, query }) => exportCases(work, query),
  }),
  route({
    ...{ method: 'get', path: '/cases/:id', tag, summary: 'One case', permission: 'casework.read', access: 'read' },
    ...{ params: byId, reply: caseDetail },
    handle: async ({ work, params }) => describeCase(work, await loadCase(work, params.id)),
  }),
  route({
    ...{
      method: 'get',
      path: '/cases/:id/facts',
      tag,
      summary: 'Declared, found and seen, side by side',
      permission: 'casework.read',
      access: 'read',
    },
    ...{ params: byId, reply: z.object({ items: z.array(comparedFact) }) },
    handle: async ({ work, params }) => factsReply(work, await loadCase(work, params.id)),
  }),
]

const computing: Route[] = [
  route({
    ...{
      method: 'post',
      path: '/cases/:id/assess',
      tag,
      summary: 'Work the case out on what is known',
      permission: 'casework.assess',
      access: 'act',
    },
    ...{ params: byId, body: z.strictObject({}).optional(), reply: assessment },
    handle: ({ work, params }) => assessCase(work, params.id),
  }),
  route({
    ...{
      method: 'get',
      path: '/cases/:id/assessments',
      tag,
      summary: 'Every computation of a case',
      permission: 'casework.read',
      access: 'history',
    },
    ...{ params: byId, reply: z.object({ items: z.array(assessment) }) },
    handle: async ({ work, params }) => {
      await loadCase(work, params.id)
      return { items: (await assessmentsOfCase(work, params.id)).map(row => replyOf(work, row)) }
    },
  }),
  route({
    ...{
      method: 'get',
      path: '/assessments/:id',
      tag,
      summary: 'One computation with its reasons',
      permission: 'casework.read',
      access: 'read',
    },
    ...{ params: byId, reply: assessment },
    handle: ({ work, params }) => readAssessment(work, params.id),
  }),
  route({
    ...{
      method: 'post',
      path: '/assessments/:id/recompute',
      tag,
      summary: 'Compute it again from what was kept',
      permission: 'casework.read',
      access: 'read',
    },
    ...{ params: byId, reply: z.object({ same: z.boolean(), resultHash: z.string() }) },
    withoutKey: 'changes nothing',
    handle: ({ work, params }) => recomputeAssessment(work, params.id),
  }),
]

const writing: Route[] = [
  route({
    ...{
      method: 'get',
      path: '/cases/:id/letters',
      tag,
      summary: 'Letters sent in a case',
      permission: 'casework.read',
      access: 'list',
    },
    ...{ params: byId, reply: z.object({ items: z.array(letter) }) },
    handle: ({ work, params }) => lettersReply(work, params.id),
  }),
  route({
    ...{
      method: 'get',
      path: '/letters/:id/print',
      tag,
      summary: 'A letter as it was sent',
      permission: 'casework.read',
      access: 'print',
    },
    ...{ params: byId, reply: 'document' },
    handle: ({ work, params }) => printLetter(work, params.id),
  }),
  route({
    ...{
      method: 'get',
      path: '/cases/:id/receipt',
      tag,
      summary: 'The receipt of an application',
      permission: 'casework.read',
      access: 'print',
    },
    ...{ params: byId, reply: 'document' },
    handle: ({ work, params }) => printReceipt(work, params.id),
  }),
]

export const routes: Route[] = [...listing, ...acts, ...computing, ...writing, ...residentRoutes]

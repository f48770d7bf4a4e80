/** Addresses for families: the application they write, with or without somebody's help, and their own cases. */

import { invalid } from '@doudi/kernel'
import { z } from 'zod'
import { startSession, verifyCode } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import { actAs, noScope } from '#platform/database/work.ts'
import { type Route, type RouteInput, route } from '#platform/http/route.ts'
import { toIssues } from '#platform/http/schema-issues.ts'
import { reason } from '#platform/http/shapes.ts'
import { type Application, application, applicationSoFar } from './application.ts'
import { closeCase } from './close-case.ts'
import { byId, intake, ownCase as ownCaseShape, submitted, version } from './contract.ts'
import { closeDraft, createDraft, type Draft, openDraft, saveDraft } from './drafts.ts'
import { ownCase, ownCases } from './own-cases.ts'
import { problems } from './problems.ts'
import { printLetter, printReceipt } from './send-letter.ts'
import { submitApplication } from './submit-application.ts'

const tag = 'casework'
const HEADER = 'doudi-draft'
const answers = applicationSoFar
const draftShape = z.object({
  id: z.string(),
  version,
  answers: z.record(z.string(), z.unknown()),
  submitted: z.boolean(),
})

const shown = ({ id, version: seen, answers: given, submittedCase }: Draft) => ({
  id,
  version: seen,
  answers: given,
  submitted: submittedCase !== null,
})

const drafts: Route[] = [
  route({
    ...{
      method: 'post',
      path: '/drafts',
      tag,
      summary: 'Begin an application',
      permission: 'public',
      access: 'act',
      status: 201,
      perMinute: 30,
    },
    ...{ reply: z.object({ id: z.string(), token: z.string() }) },
    withoutKey: 'a draft begun twice is an empty one, which expires',
    handle: ({ work }) => createDraft(work),
  }),
  route({
    ...{
      method: 'get',
      path: '/drafts/:id',
      tag,
      summary: 'Go on with an application',
      permission: 'public',
      access: 'read',
    },
    ...{ params: byId, reply: draftShape },
    handle: async ({ work, params, header }) => shown(await openDraft(work, params.id, header(HEADER))),
  }),
  route({
    ...{
      method: 'put',
      path: '/drafts/:id',
      tag,
      summary: 'Keep what was filled in so far',
      permission: 'public',
      access: 'act',
    },
    ...{ params: byId, body: z.strictObject({ version, answers }), reply: z.object({ version }) },
    withoutKey: 'names the version it replaces',
    handle: async ({ work, params, body, header }) => {
      const draft = await openDraft(work, params.id, header(HEADER))
      return { version: await saveDraft(work, draft, body.version, body.answers) }
    },
  }),
  route({
    ...{
      method: 'post',
      path: '/drafts/:id/submit',
      tag,
      summary: 'Hand the application in',
      permission: 'public',
      access: 'act',
      status: 201,
      perMinute: 30,
    },
    ...{
      params: byId,
      body: z.strictObject({ codeId: z.string().max(60), code: z.string().max(12) }),
      reply: submitted,
    },
    handle: submitDraft,
  }),
]

interface Code {
  readonly codeId: string
  readonly code: string
}

/** The code proves the phone; from there the same transaction acts in the county of the village applied to. */
async function submitDraft({ work, params, body, header, session, from }: RouteInput<{ id: string }, unknown, Code>) {
  const draft = await openDraft(work, params.id, header(HEADER))
  if (draft.submittedCase) throw problems.of('casework.draft-submitted')
  const given = readAnswers(draft)
  const helper = given.helper ?? null
  await verifyCode(work, body.codeId, body.code, 'submit', (helper ?? given.applicant).phone)
  const applicant = await asApplicant(work, given)
  const { reply, residentAccountId } = await submitApplication(applicant, given, {
    channel: 'portal',
    onBehalf: helper,
    pointer: '',
  })
  await closeDraft(applicant, draft, reply.caseId)
  session.start(await startSession(applicant, residentAccountId, { from }))
  return reply
}

function readAnswers(draft: Draft): Application {
  const read = application.safeParse(draft.answers, { reportInput: true })
  if (read.success) return read.data
  throw invalid(read.error.issues.flatMap(issue => toIssues(issue, 'body')))
}

/** Nobody is signed in yet; the entry on the line names the person whose phone was proved. */
function asApplicant(work: Work, { division, applicant, helper }: Application): Promise<Work> {
  return actAs(work, {
    ...{ kind: 'resident', accountId: null, name: (helper ?? applicant).name, role: 'resident', division: null },
    scope: { ...noScope, areas: [division.slice(0, 6)] },
  })
}

const assisted: Route = route({
  ...{
    method: 'post',
    path: '/applications',
    tag,
    summary: 'Take an application in at the window or at home',
    permission: 'casework.apply-for',
    access: 'act',
    status: 201,
  },
  ...{ body: intake, reply: submitted },
  handle: async ({ work, body }) => {
    const onBehalf = body.onBehalf ?? body.application.helper ?? null
    return (
      await submitApplication(work, body.application, { channel: body.channel, onBehalf, pointer: '/application' })
    ).reply
  },
})

const own: Route[] = [
  route({
    ...{
      method: 'get',
      path: '/my/cases',
      tag,
      summary: 'My applications in plain words',
      permission: 'own.read',
      access: 'list',
    },
    ...{ reply: z.object({ items: z.array(ownCaseShape) }) },
    handle: ({ work }) => ownCases(work),
  }),
  route({
    ...{
      method: 'get',
      path: '/my/cases/:id',
      tag,
      summary: 'One of my applications',
      permission: 'own.read',
      access: 'read',
    },
    ...{ params: byId, reply: ownCaseShape },
    handle: ({ work, params }) => ownCase(work, params.id),
  }),
  route({
    ...{
      method: 'post',
      path: '/my/cases/:id/withdraw',
      tag,
      summary: 'Withdraw my application',
      permission: 'own.act',
      access: 'act',
    },
    ...{ params: byId, body: z.strictObject({ version, reason }), reply: ownCaseShape },
    handle: async ({ work, params, body }) => {
      await closeCase(work, params.id, 'case.withdrawn', body)
      return ownCase(work, params.id)
    },
  }),
  route({
    ...{
      method: 'get',
      path: '/my/letters/:id/print',
      tag,
      summary: 'A letter to me as it was sent',
      permission: 'own.read',
      access: 'print',
    },
    ...{ params: byId, reply: 'document' },
    handle: ({ work, params }) => printLetter(work, params.id),
  }),
  route({
    ...{
      method: 'get',
      path: '/my/cases/:id/receipt',
      tag,
      summary: 'The receipt of my application',
      permission: 'own.read',
      access: 'print',
    },
    ...{ params: byId, reply: 'document' },
    handle: ({ work, params }) => printReceipt(work, params.id),
  }),
]

export const residentRoutes: Route[] = [...drafts, assisted, ...own]

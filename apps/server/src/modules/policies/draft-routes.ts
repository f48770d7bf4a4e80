/** Addresses about drafts: written by one person, released by another. */
import { z } from 'zod'
import { type Route, route } from '#platform/http/route.ts'
import {
  draftList,
  draftPage,
  draftParams,
  draftsQuery,
  draftText,
  findingList,
  newDraft,
  rejection,
  seen,
} from './contract.ts'
import { selectDrafts } from './draft.sql.ts'
import { findingsOf } from './draft-findings.ts'
import { findDraft } from './find-draft.ts'
import { rejectDraft, releaseDraft } from './release-draft.ts'
import { showDraft, showDrafts } from './show-draft.ts'
import { beginDraft, submitDraft, throwDraftAway, withdrawDraft, writeDraft } from './write-draft.ts'

const tag = 'policies'
const path = '/policies/drafts'

export const draftRoutes: Route[] = [
  route({
    method: 'get',
    path,
    tag,
    summary: 'Drafts for the packs of the caller’s area, newest first',
    permission: 'policies.read',
    access: 'list',
    query: draftsQuery,
    reply: draftList,
    handle: async ({ work, query }) => {
      const drafts = await selectDrafts(work.db, query)
      const next = drafts.length === query.limit ? (drafts.at(-1)?.id ?? null) : null
      return { items: await showDrafts(work, drafts), next }
    },
  }),
  route({
    method: 'post',
    path,
    tag,
    summary: 'Begin a draft for a pack of one’s own',
    permission: 'policies.draft',
    access: 'act',
    body: newDraft,
    reply: draftPage,
    status: 201,
    handle: async ({ work, body }) => showDraft(work, await beginDraft(work, body)),
  }),
  route({
    method: 'get',
    path: `${path}/:id`,
    tag,
    summary: 'One draft: before and after, what is wrong with it, what the caller may do',
    permission: 'policies.read',
    access: 'read',
    params: draftParams,
    reply: draftPage,
    handle: async ({ work, params }) => showDraft(work, await findDraft(work, params.id)),
  }),
  route({
    method: 'put',
    path: `${path}/:id`,
    tag,
    summary: 'Write the draft; by its author, before it is submitted',
    permission: 'policies.draft',
    access: 'act',
    params: draftParams,
    body: draftText,
    reply: draftPage,
    handle: async ({ work, params, body }) => showDraft(work, await writeDraft(work, params.id, body)),
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    tag,
    summary: 'Throw away a draft that was never submitted',
    permission: 'policies.draft',
    access: 'act',
    params: draftParams,
    query: z.object({ version: z.coerce.number().int() }),
    reply: z.null(),
    status: 204,
    handle: async ({ work, params, query }) => {
      await throwDraftAway(work, params.id, query.version)
      return null
    },
  }),
  route({
    method: 'post',
    path: `${path}/:id/check`,
    tag,
    summary: 'Hold the draft against bounds, relations, clauses and dates',
    permission: 'policies.read',
    access: 'read',
    params: draftParams,
    reply: findingList,
    withoutKey: 'changes nothing',
    handle: async ({ work, params }) => ({
      items: await findingsOf(work, await findDraft(work, params.id)),
      next: null,
    }),
  }),
  route({
    method: 'post',
    path: `${path}/:id/submit`,
    tag,
    summary: 'Hand the draft over to be released; refused while it has errors',
    permission: 'policies.draft',
    access: 'act',
    params: draftParams,
    body: seen,
    reply: draftPage,
    handle: async ({ work, params, body }) => showDraft(work, await submitDraft(work, params.id, body.version)),
  }),
  route({
    method: 'post',
    path: `${path}/:id/withdraw`,
    tag,
    summary: 'Take a submitted draft back',
    permission: 'policies.draft',
    access: 'act',
    params: draftParams,
    body: seen,
    reply: draftPage,
    handle: async ({ work, params, body }) => showDraft(work, await withdrawDraft(work, params.id, body.version)),
  }),
  route({
    method: 'post',
    path: `${path}/:id/reject`,
    tag,
    summary: 'Send a submitted draft back with a reason; not by its author',
    permission: 'policies.release',
    access: 'act',
    params: draftParams,
    body: rejection,
    reply: draftPage,
    handle: async ({ work, params, body }) =>
      showDraft(work, await rejectDraft(work, params.id, body.version, body.reason)),
  }),
  route({
    method: 'post',
    path: `${path}/:id/release`,
    tag,
    summary: 'Make the draft law from its first day on; not by its author',
    permission: 'policies.release',
    access: 'act',
    params: draftParams,
    body: seen,
    reply: draftPage,
    stepUp: true,
    handle: async ({ work, params, body: { version } }) =>
      showDraft(work, await releaseDraft(work, params.id, { version, mayBackdate: false })),
  }),
  route({
    method: 'post',
    path: `${path}/:id/release-backdated`,
    tag,
    summary: 'The same for a draft of which part begins before today',
    permission: 'policies.backdate',
    access: 'act',
    params: draftParams,
    body: seen,
    reply: draftPage,
    stepUp: true,
    handle: async ({ work, params, body: { version } }) =>
      showDraft(work, await releaseDraft(work, params.id, { version, mayBackdate: true })),
  }),
]

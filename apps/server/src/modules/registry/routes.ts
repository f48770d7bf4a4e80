/** Addresses of the registry module: households, people, documents. */
import { invalid } from '@doudi/kernel'
import { lineOf } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Reply, type Route, route } from '#platform/http/route.ts'
import { confirmBankAccount, proposeBankAccount, rejectBankAccount } from './change-bank-account.ts'
import {
  accountChange,
  accountConfirmation,
  accountRejected,
  accountRejection,
  accountReply,
  countQuery,
  documentParams,
  documentQuery,
  documentReply,
  householdCount,
  householdDetail,
  householdPage,
  householdParams,
  linePage,
  lineQuery,
  lookBody,
  lookReply,
  personParams,
  proposedAccount,
  searchQuery,
} from './contract.ts'
import { addDocument, documentMediaTypes, MAX_DOCUMENT_BYTES, PDF, readDocument } from './documents.ts'
import { householdOf, readHousehold } from './read-household.ts'
import { reveal } from './reveal.ts'
import { countMatching, searchHouseholds } from './search-households.ts'

const tag = 'registry'

const households: Route[] = [
  route({
    method: 'get',
    path: '/households',
    tag,
    summary: 'Households of the area by name, initials, identity number, telephone or the last four of either',
    permission: 'registry.search',
    access: 'search',
    query: searchQuery,
    reply: householdPage,
    handle: ({ work, query }) => searchHouseholds(work, query, query.after, query.limit),
  }),
  route({
    method: 'get',
    path: '/households/count',
    tag,
    summary: 'How many households a search finds',
    permission: 'registry.search',
    access: 'count',
    query: countQuery,
    reply: householdCount,
    handle: async ({ work, query }) => ({ count: await countMatching(work, query) }),
  }),
  route({
    method: 'get',
    path: '/households/:id',
    tag,
    summary: 'One household: people, account, cases, masked',
    permission: 'registry.read',
    access: 'read',
    params: householdParams,
    reply: householdDetail,
    handle: ({ work, params }) => readHousehold(work, params.id),
  }),
  route({
    method: 'get',
    path: '/households/:id/line',
    tag,
    summary: 'The household’s line: everything that happened to it and everybody who looked, oldest first',
    permission: 'journal.read',
    access: 'history',
    params: householdParams,
    query: lineQuery,
    reply: linePage,
    handle: ({ work, params, query }) => readLine(work, params.id, query),
  }),
  route({
    method: 'get',
    path: '/my/households/:id/line',
    tag,
    summary: 'The resident’s own line, with everybody who looked at it',
    permission: 'own.read',
    access: 'history',
    params: householdParams,
    query: lineQuery,
    reply: linePage,
    handle: ({ work, params, query }) => readLine(work, params.id, query),
  }),
  route({
    method: 'post',
    path: '/households/:id/bank-account',
    tag,
    summary: 'Proposes another account for the household’s money; nothing changes until a second person confirms',
    permission: 'registry.edit',
    access: 'act',
    stepUp: true,
    params: householdParams,
    body: accountChange,
    reply: proposedAccount,
    status: 201,
    handle: ({ work, params, body }) => proposeBankAccount(work, { householdId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/households/:id/bank-account/confirm',
    tag,
    summary: 'Confirms the account that somebody else proposed; from now on the money goes there',
    permission: 'registry.confirm',
    access: 'act',
    stepUp: true,
    params: householdParams,
    body: accountConfirmation,
    reply: accountReply,
    handle: ({ work, params, body }) => confirmBankAccount(work, params.id, body.bankAccountId),
  }),
  route({
    method: 'post',
    path: '/households/:id/bank-account/reject',
    tag,
    summary: 'Lets the proposed account fall, with a reason; the money goes where it went',
    permission: 'registry.confirm',
    access: 'act',
    params: householdParams,
    body: accountRejection,
    reply: accountRejected,
    handle: ({ work, params, body }) => rejectBankAccount(work, params.id, body),
  }),
  route({
    method: 'post',
    path: '/persons/:id/reveal',
    tag,
    summary: 'Shows one masked value in clear, for a purpose that stays on the household’s line',
    permission: 'registry.reveal',
    access: 'read',
    params: personParams,
    body: lookBody,
    reply: lookReply,
    withoutKey: 'a look changes nothing, and every look is to be noted',
    perMinute: 60,
    handle: async ({ work, params, body }) => ({ value: await reveal(work, { personId: params.id, ...body }) }),
  }),
]

const upload = { mediaTypes: documentMediaTypes, maxBytes: MAX_DOCUMENT_BYTES }

const documents: Route[] = [
  ...(
    [
      ['/documents', 'document.add', 'Adds a paper or photo to a household'],
      ['/my/documents', 'own.act', 'A resident adds a paper or photo to their own household'],
    ] as const
  ).map(([path, permission, summary]) =>
    route({
      ...{ method: 'post' as const, path, tag, summary, permission, access: 'act' as const, upload, perMinute: 300 },
      query: documentQuery,
      reply: documentReply,
      status: 201,
      handle: async ({ work, query, upload: { bytes, mediaType } }) => {
        const { documentId, digest } = await addDocument(work, { ...query, bytes, mediaType })
        return { id: documentId, digest }
      },
    }),
  ),
  ...(
    [
      ['/documents/:id', 'document.read', 'A paper or photo; opening it stands on the household’s line'],
      ['/my/documents/:id', 'own.read', 'A paper or photo of the resident’s own household'],
    ] as const
  ).map(([path, permission, summary]) =>
    route({
      ...{ method: 'get' as const, path, tag, summary, permission, access: 'attachment' as const },
      params: documentParams,
      reply: 'document',
      handle: ({ work, params }) => documentReplyOf(work, params.id),
    }),
  ),
]

export const routes: Route[] = [...households, ...documents]

async function readLine(
  work: Work,
  householdId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  if (after !== undefined && !/^\d{1,18}$/.test(after))
    throw invalid([{ in: 'query', pointer: '/after', code: 'shape.invalid' }])
  const { county } = await householdOf(work, householdId)
  return lineOf(work, { county, householdId }, after === undefined ? undefined : BigInt(after), limit)
}

/** Images may stand in a page; a PDF is only ever saved. */
async function documentReplyOf(work: Work, documentId: string): Promise<Reply> {
  const { content, media_type, kind } = await readDocument(work, documentId)
  return {
    bytes: content,
    mediaType: media_type,
    ...(media_type === PDF ? { fileName: `${kind}-${documentId}.pdf` } : {}),
  }
}

/** Addresses about batches: prepare, release, send, the bank's answer. */
import { type Route, route } from '#platform/http/route.ts'
import { selectBatches } from './batch.sql.ts'
import { cancelBatch } from './cancel-batch.ts'
import {
  batchDetail,
  batches,
  batchesQuery,
  fileQuery,
  params,
  prepare,
  release,
  returnResult,
  why,
} from './contract.ts'
import { fetchBankFile } from './fetch-bank-file.ts'
import { findBatch } from './find-batch.ts'
import { importReturn } from './import-return.ts'
import { prepareBatch } from './prepare-batch.ts'
import { releaseBatch } from './release-batch.ts'
import { sendBatch } from './send-batch.ts'
import { showBatch, showBatches } from './show-batch.ts'

const tag = 'payments'

export const batchRoutes: Route[] = [
  route({
    method: 'get',
    path: '/batches',
    tag,
    summary: 'Batches of the county, newest first',
    permission: 'payments.read',
    access: 'list',
    query: batchesQuery,
    reply: batches,
    handle: async ({ work, query }) => {
      const found = await selectBatches(work.db, query)
      const next = found.length === query.limit ? (found.at(-1)?.id ?? null) : null
      return { items: await showBatches(work, found), next }
    },
  }),
  route({
    method: 'post',
    path: '/batches',
    tag,
    summary: 'Prepare the batch of a month and reserve its money',
    permission: 'payments.prepare',
    access: 'act',
    body: prepare,
    reply: batchDetail,
    status: 201,
    handle: async ({ work, body }) => showBatch(work, await prepareBatch(work, body)),
  }),
  route({
    method: 'get',
    path: '/batches/:id',
    tag,
    summary: 'One batch, what changed against last month, and its return files',
    permission: 'payments.read',
    access: 'read',
    params,
    reply: batchDetail,
    handle: async ({ work, params }) => showBatch(work, await findBatch(work, params.id)),
  }),
  route({
    method: 'post',
    path: '/batches/:id/release',
    tag,
    summary: 'Release a batch that somebody else made',
    permission: 'payments.release',
    access: 'act',
    stepUp: true,
    params,
    body: release,
    reply: batchDetail,
    handle: async ({ work, params, body }) => showBatch(work, await releaseBatch(work, params.id, body?.totalFen)),
  }),
  route({
    method: 'post',
    path: '/batches/:id/send',
    tag,
    summary: 'Make the bank’s file and book the month',
    permission: 'payments.release',
    access: 'act',
    params,
    reply: batchDetail,
    handle: async ({ work, params }) => showBatch(work, await sendBatch(work, params.id)),
  }),
  route({
    method: 'post',
    path: '/batches/:id/cancel',
    tag,
    summary: 'Cancel a batch before it is sent and give the reservation back',
    permission: 'payments.prepare',
    access: 'act',
    params,
    body: why,
    reply: batchDetail,
    handle: async ({ work, params, body }) => showBatch(work, await cancelBatch(work, params.id, body?.reason)),
  }),
  route({
    method: 'get',
    path: '/batches/:id/bank-file',
    tag,
    summary: 'The file the bank pays from, with full accounts; each reading is recorded',
    permission: 'payments.release',
    access: 'export',
    stepUp: true,
    params,
    query: fileQuery,
    reply: 'document',
    handle: ({ work, params, query }) => fetchBankFile(work, params.id, query.format),
  }),
  route({
    method: 'post',
    path: '/batches/:id/return-file',
    tag,
    summary: 'Take in the bank’s answer; what cannot be trusted is set aside',
    permission: 'payments.return',
    access: 'act',
    params,
    upload: { mediaTypes: ['text/plain', 'text/csv', 'application/octet-stream'], maxBytes: 20_000_000 },
    reply: returnResult,
    handle: ({ work, params, upload }) => importReturn(work, params.id, upload.bytes),
  }),
]

/** Addresses about lines: the money of one family for one month. */
import { toWire } from '@doudi/kernel'
import { type Route, route } from '#platform/http/route.ts'
import { line as lineShape, lines, linesQuery, ownPayments, params, reissue, why } from './contract.ts'
import { findBatch } from './find-batch.ts'
import { holdLine } from './hold-line.ts'
import { selectLines, selectLinesOfHouseholds } from './line.sql.ts'
import { reissueLine } from './reissue-line.ts'
import { showLine, showLines } from './show-batch.ts'

const tag = 'payments'

export const lineRoutes: Route[] = [
  route({
    method: 'get',
    path: '/batches/:id/lines',
    tag,
    summary: 'Lines of a batch, by number',
    permission: 'payments.read',
    access: 'list',
    params,
    query: linesQuery,
    reply: lines,
    handle: async ({ work, params, query: { status, after, limit } }) => {
      const batch = await findBatch(work, params.id)
      const found = await selectLines(work.db, batch, { status, after: Number(after ?? 0) || 0, limit })
      return {
        items: await showLines(work, batch, found),
        next: found.length === limit ? String(found.at(-1)?.lineNo) : null,
      }
    },
  }),
  route({
    method: 'post',
    path: '/lines/:id/hold',
    tag,
    summary: 'Take a line out of a batch that has not been sent',
    permission: 'payments.prepare',
    access: 'act',
    params,
    body: why,
    reply: lineShape,
    handle: async ({ work, params, body }) => showLine(work, await holdLine(work, params.id, body?.reason)),
  }),
  route({
    method: 'post',
    path: '/lines/:id/reissue',
    tag,
    summary: 'Pay returned money again, once, in a supplementary batch',
    permission: 'payments.return',
    access: 'act',
    params,
    body: reissue,
    reply: lineShape,
    status: 201,
    handle: async ({ work, params, body }) => showLine(work, await reissueLine(work, params.id, body?.bankAccountId)),
  }),
  route({
    method: 'get',
    path: '/my/payments',
    tag,
    summary: 'What was paid to my household, newest first',
    permission: 'own.read',
    access: 'list',
    reply: ownPayments,
    handle: async ({ work }) => {
      const found = await selectLinesOfHouseholds(work.db, work.caller.scope.households)
      return {
        items: found.map(({ id, month, amountFen, accountTail, status, attempt, resolvedAt }) => {
          return { id, month, amountFen: toWire(amountFen), accountTail, status, attempt, resolvedAt }
        }),
        next: null,
      }
    },
  }),
]

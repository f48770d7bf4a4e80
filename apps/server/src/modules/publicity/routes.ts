/** Addresses of the publicity module for staff; those for everybody are in `public-routes.ts`. */
import { addDays, type CalendarDate } from '@doudi/kernel'
import { loadCase } from '#modules/casework/index.ts'
import { divisionOf } from '#modules/places/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import { answerObjection } from './answer-objection.ts'
import {
  answer,
  notice,
  notices,
  noticesQuery,
  objection,
  objections,
  objectionsQuery,
  params,
  photo,
  post,
  withdraw,
} from './contract.ts'
import { noticeSheet } from './notice-sheet.ts'
import { photographBoard } from './photograph-board.ts'
import { postNotice } from './post-notice.ts'
import { problems } from './problems.ts'
import { selectBoard, selectHanging } from './public-notice.sql.ts'
import { publicRoutes } from './public-routes.ts'
import { selectNotices, selectNoticesOfCase, selectObjections } from './publicity.sql.ts'
import { showNotice, showObjection } from './show.ts'
import { findNotice, withdrawNotice } from './withdraw-notice.ts'

const tag = 'publicity'

export const routes: Route[] = [
  route({
    method: 'post',
    path: '/cases/:id/notice',
    tag,
    summary: 'Hang a proposal in the village',
    permission: 'publicity.post',
    access: 'act',
    params,
    body: post,
    reply: notice,
    status: 201,
    handle: async ({ work, params, body }) => showNotice(await postNotice(work, params.id, body)),
  }),
  route({
    method: 'get',
    path: '/cases/:id/notices',
    tag,
    summary: 'Notices of a case, the latest first',
    permission: 'publicity.read',
    access: 'list',
    params,
    reply: notices,
    handle: async ({ work, params }) => {
      await loadCase(work, params.id)
      return { items: (await selectNoticesOfCase(work.db, params.id)).map(showNotice), next: null }
    },
  }),
  route({
    method: 'get',
    path: '/notices',
    tag,
    summary: 'Notices of the area',
    permission: 'publicity.read',
    access: 'list',
    query: noticesQuery,
    reply: notices,
    handle: async ({ work, query }) => {
      const found = await selectNotices(work.db, query)
      return { items: found.map(showNotice), next: found.length === query.limit ? (found.at(-1)?.id ?? null) : null }
    },
  }),
  route({
    method: 'get',
    path: '/notices/:id/sheet',
    tag,
    summary: 'The sheet for the village board, with everything that hangs beside it',
    permission: 'publicity.read',
    access: 'print',
    params,
    reply: 'document',
    handle: async ({ work, params }) => {
      const { division } = await findNotice(work, params.id)
      const shown = await selectHanging(work.db, work.today, params.id)
      if (!shown) throw problems.of('publicity.not-hanging')
      const [first = shown, ...beside] = await selectBoard(work.db, work.today, shown)
      const { contactHours } = await divisionOf(work, division)
      const from = addDays(shown.postedOn as CalendarDate, 1)
      return {
        bytes: noticeSheet({ notices: [first, ...beside], from, contactHours }),
        mediaType: 'text/html; charset=utf-8',
      }
    },
  }),
  route({
    method: 'post',
    path: '/notices/:id/photo',
    tag,
    summary: 'Add the photo of the board as proof',
    permission: 'publicity.photo',
    access: 'attachment',
    params,
    body: photo,
    reply: notice,
    handle: async ({ work, params, body }) => showNotice(await photographBoard(work, params.id, body.documentId)),
  }),
  route({
    method: 'post',
    path: '/notices/:id/withdraw',
    tag,
    summary: 'Take a notice back while it hangs',
    permission: 'publicity.post',
    access: 'act',
    params,
    body: withdraw,
    reply: notice,
    handle: async ({ work, params, body }) => showNotice(await withdrawNotice(work, params.id, body?.reason)),
  }),
  route({
    method: 'get',
    path: '/objections',
    tag,
    summary: 'Objections of the area, the latest first; not for the village, where their authors live',
    permission: 'publicity.objections',
    access: 'list',
    query: objectionsQuery,
    reply: objections,
    handle: async ({ work, query: { case: caseId, ...filter } }) => {
      const found = await selectObjections(work.db, { ...filter, caseId })
      const next = found.length === filter.limit ? (found.at(-1)?.id ?? null) : null
      return { items: found.map(row => showObjection(work, row)), next }
    },
  }),
  route({
    method: 'post',
    path: '/objections/:id/answer',
    tag,
    summary: 'Say what became of an objection',
    permission: 'publicity.answer',
    access: 'act',
    params,
    body: answer,
    reply: objection,
    handle: async ({ work, params, body }) => showObjection(work, await answerObjection(work, params.id, body)),
  }),
  ...publicRoutes,
]

/** Addresses for everybody: what hangs, one notice, the screen in the hall, and an objection. */
import { divisionOf } from '#modules/places/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import { object, params, publicNotice, publicNotices, publicQuery, received, screen, screenQuery } from './contract.ts'
import { objectToNotice } from './object-to-notice.ts'
import { problems } from './problems.ts'
import { selectHanging, selectHangingIn } from './public-notice.sql.ts'
import { showPublic } from './show.ts'

const tag = 'publicity'
const ON_SCREEN = 500

export const publicRoutes: Route[] = [
  route({
    method: 'get',
    path: '/public/notices',
    tag,
    summary: 'Notices that hang today in a village or county',
    permission: 'public',
    access: 'list',
    perMinute: 120,
    query: publicQuery,
    reply: publicNotices,
    handle: async ({ work, query: { village, county, after, limit } }) => {
      const found = await selectHangingIn(work.db, work.today, village ?? county ?? '', { after, limit })
      return { items: found.map(showPublic), next: found.length === limit ? (found.at(-1)?.id ?? null) : null }
    },
  }),
  route({
    method: 'get',
    path: '/public/notices/:id',
    tag,
    summary: 'One notice that hangs today',
    permission: 'public',
    access: 'read',
    perMinute: 120,
    params,
    reply: publicNotice,
    handle: async ({ work, params }) => {
      const found = await selectHanging(work.db, work.today, params.id)
      if (!found) throw problems.of('publicity.notice-gone')
      return showPublic(found)
    },
  }),
  route({
    method: 'post',
    path: '/public/notices/:id/objections',
    tag,
    summary: 'Object to a notice, with or without a name',
    permission: 'public',
    access: 'act',
    perMinute: 20,
    params,
    body: object,
    reply: received,
    status: 201,
    handle: ({ work, params, body }) => objectToNotice(work, params.id, body),
  }),
  route({
    method: 'get',
    path: '/public/screen',
    tag,
    summary: 'Everything that hangs in an area, for the screen in the hall; each row says when it has to vanish',
    permission: 'public',
    access: 'list',
    perMinute: 60,
    query: screenQuery,
    reply: screen,
    handle: async ({ work, query }) => {
      const { code, name, contactPhone } = await divisionOf(work, query.area)
      const found = await selectHangingIn(work.db, work.today, code, { limit: ON_SCREEN })
      return { area: { code, name, contactPhone }, today: work.today, items: found.map(showPublic) }
    },
  }),
]

/** Addresses of the benefits module. */
import { toWire } from '@doudi/kernel'
import type { z } from 'zod'
import { type Route, route } from '#platform/http/route.ts'
import type { Award, AwardMove } from './award.ts'
import { selectAwards } from './benefits.sql.ts'
import { awardParams, award as awardShape, awards, awardsQuery, why } from './contract.ts'
import { holdAward } from './hold-award.ts'

const tag = 'benefits'

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/awards',
    tag,
    summary: 'Awards of the area, or of one household',
    permission: 'benefits.read',
    access: 'list',
    query: awardsQuery,
    reply: awards,
    handle: async ({ work, query }) => {
      const found = await selectAwards(work.db, query)
      return { items: found.map(onWire), next: found.length === query.limit ? (found.at(-1)?.id ?? null) : null }
    },
  }),
  route({
    method: 'get',
    path: '/my/awards',
    tag,
    summary: 'What my household receives',
    permission: 'own.read',
    access: 'list',
    reply: awards,
    handle: async ({ work }) => {
      const { households } = work.caller.scope
      return { items: (await selectAwards(work.db, { households, limit: 50 })).map(onWire), next: null }
    },
  }),
  hold('hold', 'Stop paying an award until further notice'),
  hold('unhold', 'Pay an award again'),
]

function hold(move: AwardMove, summary: string): Route {
  return route({
    method: 'post',
    path: `/awards/:id/${move}`,
    tag,
    summary,
    permission: 'benefits.hold',
    access: 'act',
    params: awardParams,
    body: why,
    reply: awardShape,
    handle: async ({ work, params, body }) => onWire(await holdAward(work, params.id, move, body.reason)),
  })
}

function onWire({ county: _, monthlyFen, ...award }: Award): z.infer<typeof awardShape> {
  return { ...award, monthlyFen: toWire(monthlyFen) }
}

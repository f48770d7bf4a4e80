/** Addresses that exist only in a demo; permission `demo` answers 404 elsewhere. */
import { type Route, route } from '#platform/http/route.ts'
import * as contract from './contract.ts'
import { demoAccounts, demoClock, demoOutbox, moveDemoClock } from './demo-page.ts'

export const demoRoutes: Route[] = [
  route({
    method: 'get',
    path: '/demo/accounts',
    tag: 'demo',
    summary: 'Demo accounts with their passwords and current codes',
    permission: 'demo',
    access: 'list',
    reply: contract.demoAccountsReply,
    handle: async ({ work }) => demoAccounts(work),
  }),
  route({
    method: 'get',
    path: '/demo/outbox',
    tag: 'demo',
    summary: 'The latest texts that would have gone to phones',
    permission: 'demo',
    access: 'list',
    reply: contract.outboxReply,
    handle: async ({ work }) => demoOutbox(work),
  }),
  route({
    method: 'get',
    path: '/demo/clock',
    tag: 'demo',
    summary: 'How far business time runs ahead',
    permission: 'demo',
    access: 'read',
    reply: contract.clockReply,
    handle: async ({ work }) => demoClock(work),
  }),
  route({
    method: 'post',
    path: '/demo/clock',
    tag: 'demo',
    summary: 'Move business time ahead to a day',
    permission: 'demo.clock',
    access: 'act',
    body: contract.clockBody,
    reply: contract.clockReply,
    handle: async ({ work, body }) => moveDemoClock(work, body.date),
  }),
]

/** Addresses of the security administrator: accounts and the roles people hold. */
import type { PhoneNumber } from '@doudi/kernel'
import { type Route, route } from '#platform/http/route.ts'
import * as contract from './contract.ts'
import { describeGrants, listAccounts, listGrants } from './list-accounts.ts'
import { disableAccount, openAccount, resetPassword, resetSecondFactor } from './manage-account.ts'
import { endGrant, proposeGrant, releaseGrant } from './propose-grant.ts'

type Grants = Awaited<ReturnType<typeof describeGrants>>

function only([grant]: Grants): Grants[number] {
  if (!grant) throw new Error('one grant was described as none')
  return grant
}

export const accountRoutes: Route[] = [
  route({
    method: 'get',
    path: '/accounts',
    tag: 'identity',
    summary: 'Staff accounts of the area',
    permission: 'identity.read',
    access: 'list',
    query: contract.accountsQuery,
    reply: contract.accountsReply,
    handle: async ({ work, query }) => listAccounts(work, query),
  }),
  route({
    method: 'post',
    path: '/accounts',
    tag: 'identity',
    summary: 'Open an account and invite its owner',
    permission: 'identity.manage',
    access: 'act',
    body: contract.newAccountBody,
    reply: contract.invitationReply,
    status: 201,
    handle: async ({ work, body }) =>
      openAccount(work, { ...body, phone: (body.phone ?? undefined) as PhoneNumber | undefined }),
  }),
  route({
    method: 'post',
    path: '/accounts/:id/disable',
    tag: 'identity',
    summary: 'Disable an account; its sessions end',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    reply: contract.doneReply,
    handle: async ({ work, params }) => {
      await disableAccount(work, params.id)
      return { id: params.id }
    },
  }),
  route({
    method: 'post',
    path: '/accounts/:id/password',
    tag: 'identity',
    summary: 'Stop the old password and invite the owner to set a new one',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    reply: contract.invitationReply,
    handle: async ({ work, params }) => ({ id: params.id, ...(await resetPassword(work, params.id)) }),
  }),
  route({
    method: 'post',
    path: '/accounts/:id/second-factor',
    tag: 'identity',
    summary: 'For a lost authenticator: invite the owner to set both factors anew',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    reply: contract.invitationReply,
    handle: async ({ work, params }) => ({ id: params.id, ...(await resetSecondFactor(work, params.id)) }),
  }),
  route({
    method: 'get',
    path: '/accounts/:id/grants',
    tag: 'identity',
    summary: 'Roles somebody holds, held, or is proposed for',
    permission: 'identity.read',
    access: 'list',
    params: contract.accountParams,
    reply: contract.grantsReply,
    handle: async ({ work, params }) => ({ items: await listGrants(work, params.id), next: null }),
  }),
  route({
    method: 'post',
    path: '/accounts/:id/grants',
    tag: 'identity',
    summary: 'Propose a role for somebody',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    body: contract.newGrantBody,
    reply: contract.grantReply,
    status: 201,
    handle: async ({ work, params, body }) => {
      const grant = await proposeGrant(work, { ...body, accountId: params.id, validTo: body.validTo ?? null })
      return only(await describeGrants(work, [grant]))
    },
  }),
  route({
    method: 'post',
    path: '/grants/:id/release',
    tag: 'identity',
    summary: 'Release a role another security administrator proposed',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    reply: contract.grantReply,
    handle: async ({ work, params }) => only(await describeGrants(work, [await releaseGrant(work, params.id)])),
  }),
  route({
    method: 'post',
    path: '/grants/:id/end',
    tag: 'identity',
    summary: 'Take a role back at once, or a proposal off the table',
    permission: 'identity.manage',
    access: 'act',
    stepUp: true,
    params: contract.accountParams,
    reply: contract.grantReply,
    handle: async ({ work, params }) => only(await describeGrants(work, [await endGrant(work, params.id)])),
  }),
]

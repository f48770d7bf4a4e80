/** Addresses with which a session begins, is strengthened and ends. */
import type { PhoneNumber } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Route, route, type SessionDoor } from '#platform/http/route.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { beginActivation } from './activate-account.ts'
import { changeOwnPassword } from './change-password.ts'
import * as contract from './contract.ts'
import { describeMe } from './describe-me.ts'
import { CODE_LASTS, sendCode } from './one-time-code.ts'
import { signInResident } from './resident-sign-in.ts'
import { STEP_UP } from './session.ts'
import { markEnded } from './sessions.sql.ts'
import { checkFirstFactor, checkSecondFactor } from './sign-in.ts'
import { stepUp } from './step-up.ts'

const repeatable = 'signing in twice is two sessions, and the tries are counted'

/** The new token replaces whatever the browser brought along, so that a token given to somebody opens nothing later. */
async function begin(work: Work, session: SessionDoor, token: string) {
  if (session.token !== null) await markEnded(work.db, work.crypto.digest(session.token), work.wall, 'signed-in-anew')
  session.start(token)
  return describeMe(work, token)
}

function tokenOf(session: SessionDoor): string {
  if (session.token === null) throw platformProblems.of('access.sign-in')
  return session.token
}

export const sessionRoutes: Route[] = [
  route({
    method: 'post',
    path: '/session',
    tag: 'identity',
    summary: 'First step of a staff sign-in: name and password',
    permission: 'public',
    access: 'act',
    withoutKey: repeatable,
    body: contract.signInBody,
    reply: contract.ticketReply,
    handle: async ({ work, body, from }) => ({ ticket: await checkFirstFactor(work, { ...body, from }) }),
  }),
  route({
    method: 'post',
    path: '/session/second-factor',
    tag: 'identity',
    summary: 'Second step of a staff sign-in: the six digits',
    permission: 'public',
    access: 'act',
    withoutKey: repeatable,
    body: contract.secondFactorBody,
    reply: contract.meReply,
    handle: async ({ work, body, from, session }) =>
      begin(work, session, await checkSecondFactor(work, { ...body, from })),
  }),
  route({
    method: 'post',
    path: '/session/activation',
    tag: 'identity',
    summary: 'Set a password with an invitation; goes on with the second step',
    permission: 'public',
    access: 'act',
    withoutKey: repeatable,
    body: contract.activationBody,
    reply: contract.activationReply,
    handle: async ({ work, body, from }) => beginActivation(work, { ...body, from }),
  }),
  route({
    method: 'post',
    path: '/session/step-up',
    tag: 'identity',
    summary: 'Show the second factor again before something weighty',
    permission: 'signed-in',
    access: 'act',
    withoutKey: repeatable,
    body: contract.stepUpBody,
    reply: contract.stepUpReply,
    handle: async ({ work, body, from, session }) => {
      session.start(await stepUp(work, { ...body, from, token: tokenOf(session) }))
      return { freshForSeconds: STEP_UP }
    },
  }),
  route({
    method: 'delete',
    path: '/session',
    tag: 'identity',
    summary: 'Sign out',
    permission: 'signed-in',
    access: 'act',
    withoutKey: 'signing out twice is signing out',
    reply: contract.doneReply,
    status: 204,
    handle: async ({ work, session }) => {
      await markEnded(work.db, work.crypto.digest(tokenOf(session)), work.wall, 'signed-out')
      record(work, { act: 'session.ended', division: work.caller.division, body: {} })
      session.end()
      return { id: work.caller.accountId ?? '' }
    },
  }),
  route({
    method: 'post',
    path: '/resident/code',
    tag: 'identity',
    summary: 'Send a code to a phone',
    permission: 'public',
    access: 'act',
    withoutKey: 'a code is sent each time, and counted',
    perMinute: 300,
    body: contract.codeBody,
    reply: contract.codeReply,
    handle: async ({ work, body }) => ({
      ...(await sendCode(work, { ...body, phone: body.phone as PhoneNumber })),
      expiresInSeconds: CODE_LASTS,
    }),
  }),
  route({
    method: 'post',
    path: '/resident/session',
    tag: 'identity',
    summary: 'Sign in as a resident with a code sent to the phone',
    permission: 'public',
    access: 'act',
    withoutKey: repeatable,
    body: contract.residentSessionBody,
    reply: contract.meReply,
    handle: async ({ work, body, from, session }) =>
      begin(work, session, await signInResident(work, { ...body, from })),
  }),
  route({
    method: 'get',
    path: '/me',
    tag: 'identity',
    summary: 'Who is signed in and what they may do',
    permission: 'signed-in',
    access: 'read',
    reply: contract.meReply,
    handle: async ({ work, session }) => describeMe(work, tokenOf(session)),
  }),
  route({
    method: 'post',
    path: '/me/password',
    tag: 'identity',
    summary: 'Change your own password; every other session ends',
    permission: 'signed-in',
    access: 'act',
    withoutKey: 'the current password is needed each time, and wrong ones are counted',
    body: contract.ownPasswordBody,
    reply: contract.meReply,
    handle: async ({ work, body, from, session }) => {
      const token = await changeOwnPassword(work, { ...body, from })
      session.start(token)
      return describeMe(work, token)
    },
  }),
]

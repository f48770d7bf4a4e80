/** Addresses of the verification module. */
import { loadCase } from '#modules/casework/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import {
  caseParams,
  consent,
  consentParams,
  consents,
  differenceParams,
  newConsent,
  report,
  resolution,
  retry,
  start,
  withdrawal,
} from './contract.ts'
import { consentView, listConsents } from './list-consents.ts'
import { readReport } from './read-report.ts'
import { giveConsent, withdrawConsent } from './record-consent.ts'
import { resolveDifference } from './resolve-difference.ts'
import { retryQueries } from './retry-queries.ts'
import { startVerification } from './start-verification.ts'

const tag = 'verification'

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/cases/:id/consents',
    tag,
    summary: 'Authorisations of the people of a case, and who has not signed',
    permission: 'casework.read',
    access: 'list',
    params: caseParams,
    reply: consents,
    handle: ({ work, params }) => listConsents(work, params.id),
  }),
  route({
    method: 'post',
    path: '/cases/:id/consents',
    tag,
    summary: 'Somebody signs the authorisation',
    permission: 'verification.consent',
    access: 'act',
    params: caseParams,
    body: newConsent,
    reply: consent,
    status: 201,
    handle: async ({ work, params, body }) => {
      const row = await loadCase(work, params.id)
      return consentView(work, row, await giveConsent(work, params.id, body))
    },
  }),
  route({
    method: 'post',
    path: '/consents/:id/withdraw',
    tag,
    summary: 'Withdraw an authorisation on behalf of who signed it',
    permission: 'verification.consent',
    access: 'act',
    params: consentParams,
    body: withdrawal,
    reply: consent,
    handle: async ({ work, params, body }) => {
      const ended = await withdrawConsent(work, params.id, body.reason ?? null)
      return consentView(work, await loadCase(work, ended.case_id), ended)
    },
  }),
  route({
    method: 'get',
    path: '/my/cases/:id/consents',
    tag,
    summary: 'What a family has signed',
    permission: 'own.read',
    access: 'list',
    params: caseParams,
    reply: consents,
    handle: ({ work, params }) => listConsents(work, params.id),
  }),
  route({
    method: 'post',
    path: '/my/consents/:id/withdraw',
    tag,
    summary: 'Withdraw an authorisation of one’s own household',
    permission: 'own.act',
    access: 'act',
    params: consentParams,
    body: withdrawal,
    reply: consent,
    handle: async ({ work, params, body }) => {
      const ended = await withdrawConsent(work, params.id, body.reason ?? null)
      return consentView(work, await loadCase(work, ended.case_id), ended)
    },
  }),
  route({
    method: 'post',
    path: '/cases/:id/verification',
    tag,
    summary: 'Start a round of questions to the departments',
    permission: 'verification.request',
    access: 'act',
    params: caseParams,
    body: start,
    reply: report,
    handle: async ({ work, params, body }) => {
      await startVerification(work, params.id, body.version)
      return readReport(work, params.id)
    },
  }),
  route({
    method: 'get',
    path: '/cases/:id/verification',
    tag,
    summary: 'The report of the latest round; opening it is recorded',
    permission: 'verification.read',
    access: 'read',
    params: caseParams,
    reply: report,
    handle: ({ work, params }) => readReport(work, params.id),
  }),
  route({
    method: 'post',
    path: '/cases/:id/verification/retry',
    tag,
    summary: 'Ask departments that did not answer again',
    permission: 'verification.request',
    access: 'act',
    params: caseParams,
    body: retry,
    reply: report,
    handle: async ({ work, params, body }) => {
      await retryQueries(work, params.id, body.queryIds)
      return readReport(work, params.id)
    },
  }),
  route({
    method: 'post',
    path: '/differences/:id/resolve',
    tag,
    summary: 'Settle a difference between declared and found',
    permission: 'verification.resolve',
    access: 'act',
    params: differenceParams,
    body: resolution,
    reply: report,
    handle: async ({ work, params, body }) => {
      const { case_id } = await resolveDifference(work, params.id, body)
      return readReport(work, case_id)
    },
  }),
]

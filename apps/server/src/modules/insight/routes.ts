/** Addresses of the insight module. */
import { type Route, route } from '#platform/http/route.ts'
import { askSimulation } from './ask-simulation.ts'
import {
  ask,
  askSynthetic,
  changes,
  changesQuery,
  options,
  optionsQuery,
  simulation,
  simulationParams,
  simulations,
} from './contract.ts'
import { selectSimulations } from './insight.sql.ts'
import { findSimulation, showChanges, showHeads, showSimulation } from './show-simulation.ts'
import { simulationOptions } from './simulation-options.ts'

const tag = 'insight'
/** Trying is dear to answer; answers are worked out one after another, whoever asks. */
const perMinute = 200
/** The page shows the latest; older ones are asked again. */
const LATEST = 20

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/simulations/options',
    tag,
    summary: 'What can be tried in an area: programmes, and the values of one of them',
    permission: 'insight.try',
    access: 'read',
    query: optionsQuery,
    reply: options,
    handle: ({ work, query }) => simulationOptions(work, query),
  }),
  route({
    method: 'get',
    path: '/simulations',
    tag,
    summary: 'The latest simulations, newest first',
    permission: 'insight.try',
    access: 'list',
    reply: simulations,
    handle: async ({ work }) => ({
      items: await showHeads(work, await selectSimulations(work.db, LATEST)),
      next: null,
    }),
  }),
  route({
    method: 'post',
    path: '/simulations',
    tag,
    summary: 'Try drafts over the families of an area, or over past decisions',
    permission: 'insight.simulate',
    access: 'act',
    perMinute,
    body: ask,
    reply: simulation,
    status: 202,
    handle: async ({ work, body }) => showSimulation(work, await askSimulation(work, body)),
  }),
  route({
    method: 'post',
    path: '/simulations/synthetic',
    tag,
    summary: 'Try drafts over invented families',
    permission: 'insight.try',
    access: 'act',
    perMinute,
    body: askSynthetic,
    reply: simulation,
    status: 202,
    handle: async ({ work, body: { households, seed, ...asked } }) =>
      showSimulation(work, await askSimulation(work, { ...asked, over: 'synthetic', synthetic: { households, seed } })),
  }),
  route({
    method: 'get',
    path: '/simulations/:id',
    tag,
    summary: 'How far a simulation has come, and its sums',
    permission: 'insight.try',
    access: 'read',
    params: simulationParams,
    reply: simulation,
    handle: async ({ work, params }) => showSimulation(work, await findSimulation(work, params.id)),
  }),
  route({
    method: 'get',
    path: '/simulations/:id/changes',
    tag,
    summary: 'The families to whom something would happen, by name',
    permission: 'insight.simulate',
    access: 'list',
    params: simulationParams,
    query: changesQuery,
    reply: changes,
    handle: async ({ work, params, query }) => showChanges(work, await findSimulation(work, params.id), query),
  }),
]

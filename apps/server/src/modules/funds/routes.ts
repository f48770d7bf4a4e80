/** Addresses of the funds module. */
import { z } from 'zod'
import { type Route, route } from '#platform/http/route.ts'
import { allocate } from './allocate.ts'
import { budgetOnWire } from './budget.ts'
import { allocation, budget, entries, entriesQuery, trialBalance as trialBalanceShape } from './contract.ts'
import { selectBudgets, selectEntries } from './funds.sql.ts'
import { trialBalance } from './trial-balance.ts'

const tag = 'funds'

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/budgets',
    tag,
    summary: 'Budgets of the county: limit, reserved, spent, left',
    permission: 'funds.read',
    access: 'list',
    reply: z.object({ items: z.array(budget), next: z.null() }),
    handle: async ({ work }) => ({ items: (await selectBudgets(work.db)).map(budgetOnWire), next: null }),
  }),
  route({
    method: 'post',
    path: '/budgets',
    tag,
    summary: 'Record an allocation: opens the budget or adds to it',
    permission: 'funds.allocate',
    access: 'act',
    body: allocation,
    reply: budget,
    status: 201,
    handle: ({ work, body }) => allocate(work, body),
  }),
  route({
    method: 'get',
    path: '/ledger/trial-balance',
    tag,
    summary: 'Debits and credits of every account',
    permission: 'funds.read',
    access: 'read',
    reply: trialBalanceShape,
    handle: ({ work }) => trialBalance(work),
  }),
  route({
    method: 'get',
    path: '/ledger/entries',
    tag,
    summary: 'Entries of the ledger, newest first; `cause` narrows to one batch, line or allocation',
    permission: 'funds.read',
    access: 'history',
    query: entriesQuery,
    reply: entries,
    handle: async ({ work, query }) => {
      const rows = await selectEntries(work.db, query)
      const items = rows.map(({ cause_id, ...row }) => ({ ...row, causeId: cause_id }))
      return { items, next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null }
    },
  }),
]

/** The door of the payments module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const payments: Module = {
  name: 'payments',
  routes,
  problems: problems.catalogue,
  constraints: {
    batch_once: 'payments.prepared-meanwhile',
    batch_two_persons: 'payments.same-person',
    line_once: 'payments.prepared-meanwhile',
  },
}

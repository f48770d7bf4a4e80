/** The door of the publicity module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { endNoticesJob, takeDownJob } from './end-notices.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { endDueNotices } from './end-notices.ts'

export const publicity: Module = {
  name: 'publicity',
  routes,
  jobs: [endNoticesJob, takeDownJob],
  problems: problems.catalogue,
}

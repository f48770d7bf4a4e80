/** Addresses of the payments module. */
import type { Route } from '#platform/http/route.ts'
import { batchRoutes } from './batch-routes.ts'
import { lineRoutes } from './line-routes.ts'

export const routes: Route[] = [...batchRoutes, ...lineRoutes]

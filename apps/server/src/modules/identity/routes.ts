/** Addresses of the identity module. */
import type { Route } from '#platform/http/route.ts'
import { accountRoutes } from './account-routes.ts'
import { demoRoutes } from './demo-routes.ts'
import { sessionRoutes } from './session-routes.ts'

export const routes: Route[] = [...sessionRoutes, ...accountRoutes, ...demoRoutes]

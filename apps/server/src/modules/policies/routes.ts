/** Addresses of the policies module. */
import type { Route } from '#platform/http/route.ts'
import { draftRoutes } from './draft-routes.ts'
import { packRoutes } from './pack-routes.ts'

export const routes: Route[] = [...packRoutes, ...draftRoutes]

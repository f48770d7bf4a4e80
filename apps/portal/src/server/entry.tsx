/** The residents' site: pages rendered here, everything they show and do asked of the API. Mounted at `/`. */
import { Hono } from 'hono'
import { reviewRoutes } from '../apply/review.tsx'
import { applyRoutes } from '../apply/routes.tsx'
import { sendRoutes } from '../apply/send.tsx'
import { checkRoutes } from '../pages/check.tsx'
import { demoRoutes } from '../pages/demo.tsx'
import { entranceRoutes } from '../pages/entrance.tsx'
import { myRoutes } from '../pages/my.tsx'
import { myCaseRoutes } from '../pages/my-case.tsx'
import { noticeRoutes } from '../pages/notices.tsx'
import { paperRoutes } from '../pages/paper.tsx'
import { progressRoutes } from '../pages/progress.tsx'
import { screenRoutes } from '../pages/screen.tsx'
import { withdrawRoutes } from '../pages/withdraw.tsx'
import { type Api, ApiDoor } from './api.ts'
import type { App } from './app.ts'
import { missing, problemOf } from './page-problems.tsx'
import { Surroundings } from './surroundings.ts'
import { keepPreferences, visitOf } from './visit.ts'

const routes = [
  entranceRoutes,
  checkRoutes,
  // Fixed addresses below /apply come before `/apply/:slug`.
  reviewRoutes,
  sendRoutes,
  applyRoutes,
  progressRoutes,
  myRoutes,
  myCaseRoutes,
  withdrawRoutes,
  paperRoutes,
  noticeRoutes,
  screenRoutes,
  demoRoutes,
]

export function createPortal(api: Api): Hono {
  const app: App = new Hono()
  const surroundings = new Surroundings()
  app.use(async (c, next) => {
    const preferred = keepPreferences(c, await surroundings.demo(new ApiDoor(api, c)))
    if (preferred) return preferred
    c.set('visit', await visitOf(c, api, surroundings))
    return next()
  })
  for (const add of routes) add(app)
  app.all('*', async c => missing(c.get('visit')))
  app.onError(async (error, c) => problemOf(c.get('visit') ?? (await visitOf(c, api, surroundings)), error))
  return app as unknown as Hono
}

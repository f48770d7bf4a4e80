/** Beside the API on the same port: health, metrics, the portal at `/`, the console, the field app, print styles. */
import { join } from 'node:path'
import { Hono } from 'hono'
import { problemResponse } from '#platform/http/problem-response.ts'
import { setSecurityHeaders } from '#platform/http/security-headers.ts'
import { newId } from '#platform/ids.ts'
import { problems } from '#platform/problems.ts'
import type { House } from '../compose.ts'
import type { HouseState } from '../open-house.ts'
import { Metrics } from './metrics.ts'
import { staticFiles } from './static-files.ts'

export interface PageFolders {
  readonly root: string
  /** The portal's server bundle; it talks to the API like any other client. */
  readonly portal: string
  load(path: string): Promise<unknown> | undefined
}

interface PortalBundle {
  createPortal(api: (request: Request, env?: object) => Promise<Response>): Hono
}

export async function mountPages(house: House, state: HouseState, folders: PageFolders): Promise<Hono> {
  const app = new Hono()
  const metrics = new Metrics()
  app.use(async (c, next) => {
    if (state.traffic.draining && c.req.path !== '/healthz') {
      c.res = problemResponse(problems.of('platform.draining', { retryAfterSeconds: 5 }), newId())
      c.res.headers.set('connection', 'close')
      setSecurityHeaders(c.res.headers)
      return
    }
    const begun = performance.now()
    await state.traffic.during(next)
    setSecurityHeaders(c.res.headers)
    if (state.traffic.draining) c.res.headers.set('connection', 'close')
    metrics.observe(c.req.method, c.req.path, c.res.status, performance.now() - begun)
  })
  app.get('/healthz', c => c.text('ok\n'))
  app.get('/readyz', async c => ((await state.ready()) ? c.text('ready\n') : c.text('database unavailable\n', 503)))
  app.get('/metrics', c => c.body(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' }))
  app.route('/', staticFiles(join(folders.root, 'apps/console/dist'), { base: '/console', page: 'index.html' }))
  app.route('/', staticFiles(join(folders.root, 'apps/field/dist'), { base: '/field', page: 'index.html' }))
  app.route('/', staticFiles(join(folders.root, 'apps/portal/dist/client'), { base: '/portal' }))
  app.route('/', staticFiles(join(folders.root, 'apps/server/src/pages/print'), { base: '/print' }))
  // Letters name their sheet by a short address that will still hold when they are opened in years.
  app.get('/print.css', c => c.redirect('/print/print.css', 301))
  app.route('/', house.app)
  const portal = (await folders.load(folders.portal)) as PortalBundle | undefined
  if (portal)
    app.route(
      '/',
      // The connection goes along, so that limits count each visitor.
      portal.createPortal(async (request, env) => house.app.fetch(request, env)),
    )
  return app
}

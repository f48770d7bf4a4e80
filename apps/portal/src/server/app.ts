/** The type of the pages' router: every handler finds the visit made ready. */
import type { Hono } from 'hono'
import type { Visit } from './visit.ts'

export type App = Hono<{ Variables: { visit: Visit } }>

/** Starts the simulated departments on this machine only. `PORT` 0 takes any free port. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createDepartments } from './departments.ts'

const port = Number(process.env.PORT ?? '0')
const seed = Number(process.env.SEED ?? '7')
const app = createDepartments({ seed })
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
  console.log(`listening ${address.port}`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())

// Started by the demo's server, this service ends with it: its input closes, even after a kill.
if (process.env.DOUDI_END_WITH_PARENT) process.stdin.resume().on('end', () => process.exit(0))

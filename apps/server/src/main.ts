/** The process: settings → database → house → pages → port; and its end: drain, close, unlock. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { readConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { startDepartments } from './demo/departments-process.ts'
import { welcome } from './demo/welcome.ts'
import { openHouse } from './open-house.ts'
import { mountPages } from './pages/mount-pages.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

async function main(): Promise<void> {
  const started = Date.now()
  if (typeof Temporal === 'undefined') {
    throw new Error(
      `Doudi needs Node 26 (this is ${process.version}). Run "npm ci" and "npm start": npm brings the right Node along.`,
    )
  }
  const config = readConfig(process.env, root)
  const log = createLog(process.env.DOUDI_LOG ?? (config.demo ? 'warn' : 'info'))
  const stopping = stopSignal()
  const departments = config.demo && !config.departmentsUrl ? await startDepartments(root) : undefined
  const { house, state } = await openHouse(
    { ...config, departmentsUrl: departments?.url ?? config.departmentsUrl },
    log,
    text => process.stdout.write(`${text}\n`),
    stopping,
  )
  const app = await mountPages(house, state, {
    root,
    portal: join(root, 'apps/portal/dist/server/entry.js'),
    load: path => (existsSync(path) ? import(pathToFileURL(path).href) : undefined),
  })

  const server = serve({ fetch: app.fetch, port: config.port, hostname: process.env.HOST ?? '0.0.0.0' }, address => {
    process.stdout.write(
      welcome({ port: address.port, demo: config.demo, seconds: (Date.now() - started) / 1000, engine: state.engine }),
    )
  })

  const leave = async () => {
    // A request or a connection that never ends must not keep the process for ever.
    setTimeout(() => process.exit(1), 25_000).unref()
    await state.traffic.drain(8_000)
    await new Promise<void>(closed => {
      server.close(() => closed())
      // Browsers keep connections open that nobody asks anything on.
      if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 1_000).unref()
    })
    await house.close()
    departments?.stop()
    process.exit(0)
  }
  if (stopping.aborted) await leave()
  else stopping.addEventListener('abort', () => void leave())
}

/** Aborts at the first Ctrl-C or request to end; `npm start` and a terminal may both pass one on. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) return
      process.stdout.write(`${signal}: 正在收尾 · finishing…\n`)
      stopping.abort(new Stopped())
    })
  }
  return stopping.signal
}

/** Somebody ended the process before it was ready: no fault. */
class Stopped extends Error {
  override readonly name = 'Stopped'
}

main().catch(error => {
  if (error instanceof Stopped) process.exit(0)
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.DOUDI_LOG === 'debug') console.error(error)
  process.exit(1)
})

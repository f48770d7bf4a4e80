/** The server as it runs in an office: a process of its own, no log, jobs on; beside it departments that know nobody. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchKey, root } from './bench-house.ts'

export interface ServerProcess {
  readonly origin: string
  /** Resident memory in MB. */
  memory(): number
  /** Seconds of processor time it has used: on a busy machine this says more than the clock on the wall. */
  processorSeconds(): number
  stop(): Promise<void>
}

const START_WITHIN_MS = 60_000

export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const departments = await listen(createServer((_, response) => response.writeHead(204).end()))
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'doudi-bench-'))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'apps/server/src/main.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...{ DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
        ...{ DOUDI_DATA: folder, DOUDI_MASTER_KEY: benchKey.toString('hex'), DOUDI_LOG: 'silent' },
        // Only in a demo can the clock be moved, which the whole chain needs.
        ...{ DOUDI_DEMO: '1', DOUDI_DEPARTMENTS_URL: `http://127.0.0.1:${portOf(departments)}` },
      },
    },
  )
  const origin = `http://127.0.0.1:${port}`
  await ready(origin, child)
  return {
    origin,
    memory: () => Number(ask(child, 'rss')) / 1024,
    processorSeconds: () => secondsOf(ask(child, 'time')),
    stop: async () => {
      await ended(child)
      departments.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const ask = ({ pid }: ChildProcess, column: string) =>
  execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()

/** `[hours:]minutes:seconds`, with hundredths on some systems. */
function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  const giveUp = Date.now() + START_WITHIN_MS
  while (Date.now() < giveUp) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error('the server was not ready in a minute')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function listen(server: Server): Promise<Server> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

async function freePort(): Promise<number> {
  const probe = await listen(createServer())
  const port = portOf(probe)
  await new Promise(resolve => probe.close(resolve))
  return port
}

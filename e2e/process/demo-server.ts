/** The real server with a small demo area: its folder, its start, and people who sign in at it as anybody would. */
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@doudi/server/in-process-client.ts'
import { type Child, run } from './child.ts'

export const STORIES = 12

export interface DemoServer {
  readonly child: Child
  readonly base: string
  readonly startedInMs: number
  as(login: string): Promise<Client>
  /** The session of another server's client, as after a restart. */
  resume(client: Client): Client
}

type Environment = Readonly<Record<string, string>>

export const spawnServer = (env: Environment): Child =>
  run('apps/server/src/main.ts', [], { PORT: '0', HOST: '127.0.0.1', DOUDI_DEMO_STORIES: String(STORIES), ...env })

/** Started and ready to be asked. */
export async function startServer(env: Environment, withinMs = 180_000): Promise<DemoServer> {
  const begun = performance.now()
  const child = spawnServer(env)
  const [, port] = await child.says(/接口 API +http:\/\/localhost:(\d+)\//, withinMs)
  const base = `http://127.0.0.1:${port}`
  return {
    child,
    base,
    startedInMs: performance.now() - begun,
    as: login => signIn(base, login),
    resume: client => new Client(fetch, client.cookie, base),
  }
}

async function signIn(base: string, login: string): Promise<Client> {
  const client = new Client(fetch, undefined, base)
  const accounts: { login: string; password: string; code: string }[] = await client.ok.get('/demo/accounts')
  const account = accounts.find(one => one.login === login)
  if (!account) throw new Error(`the demo has no account ${login}`)
  const { ticket } = await client.ok.post('/session', { login, password: account.password })
  await client.ok.post('/session/second-factor', { ticket, code: account.code })
  return client
}

/** The command line on a server's settings. */
export async function doudi(argv: readonly string[], env: Environment) {
  const child = run('apps/server/src/cli/main.ts', argv, env)
  const { code } = await child.ended
  return { code, said: child.said() }
}

/** All cases of both districts. */
export async function casesIn(server: DemoServer): Promise<number> {
  let cases = 0
  for (const login of ['jn-auditor', 'cz-auditor']) {
    const { byStatus } = await (await server.as(login)).ok.get('/cases/count')
    for (const count of Object.values<number>(byStatus)) cases += count
  }
  return cases
}

export const lockOf = (folder: string) => existsSync(join(folder, 'doudi.lock'))

/** Folders of a test file, removed by `remove`; the demo is loaded into one of them once and copied from there. */
export function demoFolders() {
  const made: string[] = []
  const empty = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doudi-process-'))
    made.push(folder)
    return folder
  }
  const load = async () => {
    const folder = await empty()
    const { child } = await startServer({ DOUDI_DATA: folder })
    child.kill('SIGTERM')
    await child.ended
    return folder
  }
  let loaded: Promise<string> | undefined
  return {
    empty,
    loaded: async () => {
      loaded ??= load()
      const folder = await empty()
      await cp(await loaded, folder, { recursive: true })
      return folder
    },
    remove: async () => {
      for (const folder of made) await rm(folder, { recursive: true, force: true })
    },
  }
}

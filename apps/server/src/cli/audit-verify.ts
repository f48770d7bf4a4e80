/**
 * `doudi audit verify`: walks every county's chain in the database itself, past the server and its scopes. With a copy
 * of the checkpoints that somebody else kept it also finds a line that was rewritten together with its own checkpoints.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Checkpoint, type CountyVerdict, verifyCounties } from '#modules/journal/index.ts'
import { systemClock } from '#platform/clock.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { masterKey } from '#platform/crypto/master-key.ts'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { FolderInUse } from '#platform/database/lock.ts'
import { type Database, openEmbedded, openPostgres } from '#platform/database/open.ts'
import { inWork, systemCaller } from '#platform/database/work.ts'
import { folderStore } from '#platform/files/store.ts'
import type { Command, CommandIo, CommandResult } from './command.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..')

const usage = `
doudi audit verify [--checkpoints FILE] [--json]

  --checkpoints FILE   a copy of GET /api/v1/journal/checkpoints kept elsewhere; one array or several pages in one
  --json               one JSON object: { ok, counties: [{ county, ok, entries, brokenAt? }] }

Reads DATABASE_URL, or the embedded database in DOUDI_DATA while no server runs on it.
Exit code 0: every chain is whole. 1: one is broken; the first bad place is printed. 2: could not run.
`

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'checks the journal’s chains and finds any edited, removed or reordered entry',
  usage,
  async run(argv, io) {
    const { values } = parseArgs({
      args: [...argv],
      options: { checkpoints: { type: 'string' }, json: { type: 'boolean', default: false } },
      strict: true,
    })
    const copies = values.checkpoints ? await readCopies(resolve(io.cwd, values.checkpoints)) : []
    const config = readConfig(io.env, root)
    try {
      return report(await verify(config, io, copies), values.json)
    } catch (error) {
      if (error instanceof FolderInUse) return serverRuns(error)
      throw error
    }
  },
}

const copiesShape = z.array(
  z.object({ county: z.string().length(6), seq: z.int().min(0), hash: z.string(), at: z.string(), mac: z.string() }),
)

async function readCopies(file: string): Promise<Checkpoint[]> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'))
  const pages = Array.isArray(content) ? content : [content]
  const items = pages.flatMap(page => (page && typeof page === 'object' && 'items' in page ? page.items : [page]))
  const read = copiesShape.safeParse(items)
  if (!read.success) throw new Error(`${file} does not hold checkpoints: ${z.prettifyError(read.error)}`)
  return read.data.map(checkpoint => ({ ...checkpoint, seq: BigInt(checkpoint.seq) }))
}

async function verify(config: Config, io: CommandIo, copies: readonly Checkpoint[]): Promise<CountyVerdict[]> {
  const crypto = softwareCrypto(existingKey(config, io))
  const database = await open(config)
  try {
    const deps = {
      ...{ kysely: database.kysely, clock: systemClock, crypto },
      files: folderStore(join(config.dataFolder, 'files'), crypto),
      enqueue: async () => {
        throw new Error('the command line enqueues nothing')
      },
    }
    return await inWork(deps, systemCaller, 'audit-verify', work => verifyCounties(work, copies))
  } finally {
    await database.close()
  }
}

/** The server makes a key when it first starts; one made here would call every checkpoint forged. */
function existingKey(config: Config, { env }: CommandIo): Buffer {
  if (!env.DOUDI_MASTER_KEY && !existsSync(join(config.dataFolder, 'master.key'))) {
    throw new Error(
      `no master key in ${config.dataFolder} and DOUDI_MASTER_KEY is not set; checkpoints cannot be checked`,
    )
  }
  return masterKey(config.dataFolder, env)
}

function open(config: Config): Promise<Database> {
  if (config.databaseUrl) return openPostgres(config.databaseUrl, 2)
  if (!existsSync(join(config.dataFolder, 'pglite'))) throw new Error(`there is no database in ${config.dataFolder}`)
  return openEmbedded(config.dataFolder)
}

function serverRuns({ owner }: FolderInUse): CommandResult {
  const where = owner.port ? `http://localhost:${owner.port}` : 'the running server'
  const stderr =
    `服务正在运行，请在控制台里核验，或先停止服务（进程 ${owner.pid}）再试。\n` +
    `The server is running (process ${owner.pid}). Verify there: POST ${where}/api/v1/journal/verify, or stop it first.\n`
  return { exitCode: 2, stdout: '', stderr }
}

function report(verdicts: readonly CountyVerdict[], json: boolean): CommandResult {
  const ok = verdicts.every(verdict => verdict.ok)
  const stdout = json
    ? `${JSON.stringify({ ok, counties: verdicts.map(onTheWire) })}\n`
    : verdicts.map(lineOf).join('') || 'no entries\n'
  return { exitCode: ok ? 0 : 1, stdout, stderr: '' }
}

const onTheWire = ({ county, ok, entries, brokenAt }: CountyVerdict) => ({
  ...{ county, ok, entries: Number(entries) },
  ...(brokenAt ? { brokenAt: { seq: Number(brokenAt.seq), why: brokenAt.why } } : {}),
})

const words: Readonly<Record<NonNullable<CountyVerdict['brokenAt']>['why'], string>> = {
  sequence: '缺了、重复或调换了 · an entry is missing, doubled or out of order',
  link: '和前一条接不上 · it does not follow the entry before it',
  content: '内容被改动 · its content was changed',
  'checkpoint-mac': '存证是伪造的 · the checkpoint is forged',
  'checkpoint-hash': '和存证对不上 · it differs from what the checkpoint saw',
  'cut-off': '末尾被截掉 · the line was cut off before here',
  end: '和记录的末尾对不上 · it differs from the recorded end',
}

function lineOf({ county, entries, brokenAt }: CountyVerdict): string {
  return brokenAt ? `${county}  #${brokenAt.seq}  ${words[brokenAt.why]}\n` : `${county}  ${entries}  完好 · whole\n`
}

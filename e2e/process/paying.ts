/** A county to pay, kept as a database to copy; servers on its copies; and one month driven through them over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, Client } from '@doudi/server/in-process-client.ts'
import { MONTH } from '@doudi/server/modules/payments/paying-county.testing.ts'
import { onTestFinished } from 'vitest'
import { type Child, run } from './child.ts'
import { realPostgres, type Server } from './postgres.ts'

const KEY = '5'.repeat(64)
const SCRIPT = 'e2e/process/paying-server.ts'

interface Seeded {
  readonly budgetId: string
  readonly maker: string
  readonly releaser: string
  readonly auditor: string
}

export interface PaidCounty {
  readonly postgres: Server
  readonly seeded: Seeded
  /** The county before anything was paid, in a database and a folder of its own. */
  copy(name: string): Promise<Copy>
}

export interface Copy {
  readonly url: string
  serve(env?: Readonly<Record<string, string>>): Promise<Counter>
}

/** A server and the people in front of it. */
export interface Counter {
  readonly child: Child
  readonly maker: Client
  readonly releaser: Client
  readonly auditor: Client
}

export async function paidCounty(): Promise<PaidCounty> {
  const postgres = await realPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'doudi-seed-'))
  onTestFinished(() => postgres.stop())
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const url = await postgres.database('seed')
  const child = run(SCRIPT, ['--seed'], { DATABASE_URL: url, DOUDI_DATA: folder, DOUDI_MASTER_KEY: KEY })
  const [, json = ''] = await child.says(/^seeded (.*)$/m)
  await child.ended
  const seeded = JSON.parse(json) as Seeded
  return { postgres, seeded, copy: name => copyOf(postgres, seeded, name) }
}

async function copyOf(postgres: Server, seeded: Seeded, name: string): Promise<Copy> {
  const url = await postgres.database(name, 'seed')
  const folder = await mkdtemp(join(tmpdir(), `doudi-${name}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const serve = async (env: Readonly<Record<string, string>> = {}): Promise<Counter> => {
    const child = run(SCRIPT, [], { DATABASE_URL: url, DOUDI_DATA: folder, DOUDI_MASTER_KEY: KEY, ...env })
    const [, port] = await child.says(/^listening (\d+)$/m)
    const person = (cookie: string) => new Client(fetch, cookie, `http://127.0.0.1:${port}`)
    const { maker, releaser, auditor } = seeded
    return { child, maker: person(maker), releaser: person(releaser), auditor: person(auditor) }
  }
  return { url, serve }
}

const keyOf = (step: number) => `00000000-0000-4000-8000-${String(step).padStart(12, '0')}`
export const text = (bytes: string) => ({ bytes, mediaType: 'text/plain' })
/** Two families have their money, the third one's account is closed. */
export const answerOf = (number: string) => `H|${number}\nR|1|S|\nR|2|S|\nR|3|F|E03 x\nT|3|253850\n`

/** The month, step by step, each with the key it always has; fails where the server goes away. */
export async function payTheMonth({ maker, releaser }: Counter, { budgetId }: Seeded): Promise<unknown[]> {
  const month = { programme: 'dibao', month: MONTH, budgetId }
  const batch = await maker.ok.post('/batches', month, { key: keyOf(1) })
  const released = await releaser.ok.post(`/batches/${batch.id}/release`, undefined, { key: keyOf(2) })
  const sent = await releaser.ok.post(`/batches/${batch.id}/send`, undefined, { key: keyOf(3) })
  const raw = text(answerOf(batch.number))
  const returned = await maker.ok.post(`/batches/${batch.id}/return-file`, undefined, { key: keyOf(4), raw })
  return [batch, released, sent, returned]
}

/** All there is to see of the money, without ids and moments: the same for two runs that came to the same end. */
export async function pictureOf(county: PaidCounty, { url }: Copy, { maker, auditor }: Counter) {
  const { items } = await maker.ok.get('/batches')
  const batches = []
  for (const { id, number, status, lineCount, totalFen, lines } of items) {
    const { items: paid } = await maker.ok.get(`/batches/${id}/lines`)
    batches.push({
      ...{ number, status, lineCount, totalFen, lines },
      each: paid.map((line: Record<string, unknown>) => [line.lineNo, line.awardId, line.amountFen, line.status]),
      files: await Promise.all(
        ['csv', 'fixed'].map(async format => (await maker.get(`/batches/${id}/bank-file?format=${format}`)).body),
      ),
    })
  }
  const { rows } = county.postgres
  return {
    batches,
    balance: await maker.ok.get('/ledger/trial-balance'),
    budgets: (await maker.ok.get('/budgets')).items,
    acts: await rows(url, 'select act, count(*)::int from journal.entry group by act order by act'),
    postings: await rows(url, 'select count(*)::int, sum(amount_fen)::text from funds.posting'),
    paidTwice: await rows(
      url,
      `select award_id, month from payments.line where status in ('sent', 'settled') group by 1, 2 having count(*) > 1`,
    ),
    journal: (await auditor.ok.post('/journal/verify')).ok,
  }
}

export const codesOf = (replies: readonly Answer[]) => replies.map(({ status, body }) => body?.code ?? status).sort()

/**
 * Whatever people, banks and retries do, in whatever order: the ledger stays balanced, the budget is never overdrawn,
 * nobody is paid twice for a month, and every fen is where the lines say it is.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { MONTH, payingCounty, type Scene } from './paying-county.testing.ts'

const RUNS = Number(process.env.DOUDI_MONEY_RUNS ?? 6)

type Step = (scene: Scene, world: World, pick: number) => Promise<unknown>

/** Keys and files of the run, so that a later step can send them again. */
interface World {
  readonly files: { batchId: string; file: string }[]
  readonly calls: { path: string; body: unknown; key: string; by: 'maker' | 'releaser' }[]
}

interface SeenBatch {
  id: string
  number: string
  status: string
}

const chosen = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)]
const batches = async ({ maker }: Scene): Promise<SeenBatch[]> => (await maker.ok.get('/batches')).items
/** Mostly those for which it is time; now and then any, to be refused. */
const likely = async (scene: Scene, status: string, pick: number) => {
  const all = await batches(scene)
  return pick % 5 === 0 ? all : all.filter(batch => batch.status === status)
}
const linesOf = async ({ maker }: Scene, id: string) => (await maker.ok.get(`/batches/${id}/lines`)).items

async function call(scene: Scene, world: World, by: 'maker' | 'releaser', path: string, body?: unknown) {
  const key = crypto.randomUUID()
  world.calls.push({ path, body, key, by })
  return scene[by].post(path, body, { key })
}

/** The bank answers some lines in some way, sometimes twice, sometimes cut. */
async function bankFile(scene: Scene, batch: SeenBatch, pick: number): Promise<string> {
  const lines = await linesOf(scene, batch.id)
  const rows = lines.map((line: { lineNo: number }, i: number) => {
    const outcome = (pick >> i) % 3
    return outcome === 0
      ? `R|${line.lineNo}|S|`
      : outcome === 1
        ? `R|${line.lineNo}|F|E03 x`
        : `R|${line.lineNo + 40}|S|`
  })
  const file = `H|${batch.number}\n${rows.join('\n')}\n`
  return pick % 5 === 0 ? file.slice(0, file.length - 3) : file
}

const steps: Readonly<Record<string, Step>> = {
  prepare: (scene, world, pick) =>
    call(scene, world, pick % 2 ? 'maker' : 'releaser', '/batches', {
      programme: 'dibao',
      month: pick % 3 ? MONTH : '2026-02',
      budgetId: scene.budgetId,
    }),
  release: async (scene, world, pick) => {
    const batch = chosen(await likely(scene, 'reserved', pick), pick)
    if (!batch) return
    const reply = await call(scene, world, 'releaser', `/batches/${batch.id}/release`)
    return reply.body.code === 'payments.same-person' && call(scene, world, 'maker', `/batches/${batch.id}/release`)
  },
  send: async (scene, world, pick) => {
    const batch = chosen(await likely(scene, 'released', pick), pick)
    return batch && call(scene, world, 'releaser', `/batches/${batch.id}/send`)
  },
  cancel: async (scene, world, pick) => {
    const batch = chosen(await batches(scene), pick)
    return batch && pick % 4 === 0 && call(scene, world, 'maker', `/batches/${batch.id}/cancel`)
  },
  answer: async (scene, world, pick) => {
    const batch = chosen(
      (await batches(scene)).filter(({ status }) => status === 'sent'),
      pick,
    )
    if (!batch) return
    const file = await bankFile(scene, batch, pick)
    world.files.push({ batchId: batch.id, file })
    return scene.answer(batch.id, file)
  },
  'answer again': (scene, world, pick) => {
    const before = chosen(world.files, pick)
    return before ? scene.answer(before.batchId, before.file) : Promise.resolve()
  },
  hold: async (scene, world, pick) => {
    const batch = chosen(await likely(scene, 'reserved', pick), pick)
    const line = batch && chosen<{ id: string }>(await linesOf(scene, batch.id), pick >> 2)
    return line && call(scene, world, 'maker', `/lines/${line.id}/hold`)
  },
  reissue: async (scene, world, pick) => {
    for (const batch of await batches(scene)) {
      const returned = (await linesOf(scene, batch.id)).filter((line: { status: string }) => line.status === 'returned')
      const line = chosen<{ id: string; householdId: string }>(returned, pick)
      if (!line) continue
      await scene.newAccount(line.householdId)
      return call(scene, world, pick % 2 ? 'maker' : 'releaser', `/lines/${line.id}/reissue`)
    }
  },
  'repeat a request': (scene, world, pick) => {
    const before = chosen(world.calls, pick)
    return before ? scene[before.by].post(before.path, before.body, { key: before.key }) : Promise.resolve()
  },
}

/** What happens often happens often here too, so that runs reach returned money and its second attempt. */
const likelySteps = [...Object.keys(steps), 'release', 'release', 'send', 'send', 'answer', 'answer', 'reissue']

async function check(scene: Scene): Promise<void> {
  const book = await scene.book()
  const county = scene.county.code.slice(0, 6)
  const lines = await scene.house.inWork(systemCaller, work =>
    work.db.selectFrom('payments.line').selectAll().where('county', '=', county).execute(),
  )
  const sum = (...of: typeof lines) => of.reduce((total, line) => total + Number(line.amount_fen), 0)
  const where = (status: string, attempt?: number) =>
    lines.filter(line => line.status === status && (attempt === undefined || line.attempt === attempt))
  const reissued = new Set(
    lines.filter(line => ['sent', 'settled', 'returned'].includes(line.status)).map(line => line.reissue_of),
  )
  const owed = where('returned').filter(line => !reissued.has(line.id))
  const gone = lines.filter(line => line.attempt === 0 && ['sent', 'settled', 'returned'].includes(line.status))

  expect(book.balanced).toBe(true)
  expect(book.reserved + book.spent).toBeLessThanOrEqual(book.limit)
  expect(book.reserved).toBe(sum(...where('reserved', 0)))
  expect(book.spent).toBe(sum(...gone))
  expect(book.accounts['benefit-expense'] ?? 0).toBe(book.spent)
  expect(0 - (book.accounts['in-transit'] ?? 0)).toBe(sum(...where('sent')))
  expect(0 - (book.accounts['returned-payable'] ?? 0)).toBe(sum(...owed))
  expect(book.limit - (book.accounts['fund-bank'] ?? 0)).toBe(sum(...where('settled')))
  for (const [, paid] of Map.groupBy(where('settled'), line => `${line.award_id} ${line.month}`))
    expect(paid).toHaveLength(1)
}

test('no order of events breaks the money', { timeout: 300_000 }, async () => {
  const plan = fc.array(fc.tuple(fc.constantFrom(...likelySteps), fc.nat({ max: 1000 })), {
    minLength: 8,
    maxLength: 22,
  })
  await fc.assert(
    fc.asyncProperty(plan, async chosenSteps => {
      const scene = await payingCounty([97_600, 94_000, 62_250, 1])
      const world: World = { files: [], calls: [] }
      const opening = ['prepare', 'release', 'send', 'answer', 'reissue'].map((name, i) => [name, 1 + 3 * i] as const)
      for (const [name, pick] of [...opening, ...chosenSteps]) {
        await steps[name]?.(scene, world, pick)
        await check(scene)
      }
    }),
    { numRuns: RUNS },
  )
})

test('one ordinary year of retries: every request sent twice has one effect', async () => {
  const scene = await payingCounty()
  const twice = async (by: 'maker' | 'releaser', path: string, body?: unknown) => {
    const key = crypto.randomUUID()
    const [first, second] = [await scene[by].post(path, body, { key }), await scene[by].post(path, body, { key })]
    expect(second.body).toEqual(first.body)
    return first.body
  }
  for (const month of ['2026-01', '2026-02', MONTH]) {
    const { id, number } = await twice('maker', '/batches', { programme: 'dibao', month, budgetId: scene.budgetId })
    await twice('releaser', `/batches/${id}/release`)
    await twice('releaser', `/batches/${id}/send`)
    await scene.answer(id, `H|${number}\nR|1|S|\nR|2|S|\nR|3|S|\nT|3|253850\n`)
    await check(scene)
  }
  expect(await scene.book()).toMatchObject({ spent: 3 * 253_850, reserved: 0 })
})

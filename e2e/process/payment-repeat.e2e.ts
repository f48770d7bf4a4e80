/** Two servers on one database: people who press the same button, and a bank that says everything twice (SR-59, SR-64). */
import { randomUUID } from 'node:crypto'
import { MONTH } from '@doudi/server/modules/payments/paying-county.testing.ts'
import { expect, test } from 'vitest'
import {
  answerOf,
  type Copy,
  type Counter,
  codesOf,
  type PaidCounty,
  paidCounty,
  payTheMonth,
  pictureOf,
  text,
} from './paying.ts'

const AT_ONCE = 10
const times = <T>(act: (nth: number) => Promise<T>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => act(nth)))

const prepared = async ({ maker }: Counter, { seeded: { budgetId } }: PaidCounty) =>
  maker.ok.post('/batches', { programme: 'dibao', month: MONTH, budgetId })

/** Nine of ten are told that the batch has moved on; whoever made it, that somebody else must. */
async function pressAtOnce(here: Counter, there: Counter, path: string) {
  const [makers, releasers] = await Promise.all([
    times(() => there.maker.post(path)),
    times(nth => (nth % 2 ? here : there).releaser.post(path)),
  ])
  return { makers: codesOf(makers), releasers: codesOf(releasers) }
}

const actsOf = async ({ postgres }: PaidCounty, { url }: Copy, act: string) =>
  postgres.rows(url, `select act from journal.entry where act = '${act}'`)

const LIMIT = { timeout: 180_000 }

test('two finance officers, ten presses each on two servers, release once and send once', LIMIT, async () => {
  const county = await paidCounty()
  const copy = await county.copy('release')
  const [here, there] = await Promise.all([copy.serve(), copy.serve()])
  const { id } = await prepared(here, county)
  const late = Array.from({ length: AT_ONCE - 1 }, () => 'payments.batch-state')

  const releases = await pressAtOnce(here, there, `/batches/${id}/release`)
  expect(releases.releasers).toEqual([200, ...late])
  expect(new Set(releases.makers).isSubsetOf(new Set(['payments.same-person', 'payments.batch-state']))).toBe(true)
  expect(await actsOf(county, copy, 'batch.released')).toHaveLength(1)

  const sends = await pressAtOnce(here, there, `/batches/${id}/send`)
  expect([...sends.makers, ...sends.releasers].sort()).toEqual([200, ...late, ...late, 'payments.batch-state'])
  expect(await actsOf(county, copy, 'batch.sent')).toHaveLength(1)
  expect((await here.maker.ok.get('/budgets')).items).toMatchObject([{ reservedFen: 0, spentFen: 253_850 }])
})

test('one press that the network delivers ten times to two servers has one effect and one answer', LIMIT, async () => {
  const county = await paidCounty()
  const copy = await county.copy('press')
  const [here, there] = await Promise.all([copy.serve(), copy.serve()])
  const { id } = await prepared(here, county)
  const key = randomUUID()
  const replies = await times(nth =>
    (nth % 2 ? here : there).releaser.post(`/batches/${id}/release`, undefined, { key }),
  )
  expect(codesOf(replies)).toEqual(Array.from({ length: AT_ONCE }, () => 200))
  expect(new Set(replies.map(reply => reply.text)).size).toBe(1)
  expect(await actsOf(county, copy, 'batch.released')).toHaveLength(1)
})

test('the bank’s answer cut in half, then whole, then three times more ends like one answer', LIMIT, async () => {
  const county = await paidCounty()
  const once = await county.copy('once')
  const plain = await once.serve()
  await payTheMonth(plain, county.seeded)
  const expected = await pictureOf(county, once, plain)

  const copy = await county.copy('cut')
  const [here, there] = await Promise.all([copy.serve(), copy.serve()])
  const { id, number } = await prepared(here, county)
  await here.releaser.ok.post(`/batches/${id}/release`)
  await here.releaser.ok.post(`/batches/${id}/send`)
  const whole = answerOf(number)
  const say = (counter: Counter, file: string) =>
    counter.maker.ok.post(`/batches/${id}/return-file`, undefined, { raw: text(file) })

  const half = await say(here, whole.slice(0, whole.indexOf('R|2') + 4))
  expect(half).toMatchObject({ settled: 1, returned: 0, complete: false })
  expect(await here.maker.ok.get('/ledger/trial-balance')).toMatchObject({ balanced: true })
  const first = await say(there, whole)
  expect(first).toMatchObject({ settled: 1, returned: 1, already: 1, complete: true })
  for (const counter of [here, there, here]) expect(await say(counter, whole)).toEqual(first)

  const { acts: _, ...money } = await pictureOf(county, copy, here)
  const { acts: __, ...same } = expected
  expect(money).toEqual(same)
})

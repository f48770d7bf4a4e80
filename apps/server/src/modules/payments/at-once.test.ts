/** Several people press the same button at the same moment. On PostgreSQL these really run side by side. */
import { expect, test } from 'vitest'
import { MONTH, payingCounty } from './paying-county.testing.ts'

const AT_ONCE = 8
const many = <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, act))
const codes = (replies: { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => body.code ?? status).sort()

test('preparing a month at once makes one batch and one reservation', async () => {
  const { maker, releaser, budgetId, book } = await payingCounty()
  let nth = 0
  const body = { programme: 'dibao', month: MONTH, budgetId }
  const replies = await many(() => (nth++ % 2 ? maker : releaser).post('/batches', body))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status, body: refused } of replies) {
    if (status !== 201) expect(['payments.nothing-to-pay', 'payments.prepared-meanwhile']).toContain(refused.code)
  }
  expect(await book()).toMatchObject({ reserved: 253_850 })
})

test('releasing and sending at once happens once', async () => {
  const { prepare, releaser, book } = await payingCounty()
  const { id } = await prepare()
  const refused = Array.from({ length: AT_ONCE - 1 }, () => 'payments.batch-state')
  expect(codes(await many(() => releaser.post(`/batches/${id}/release`)))).toEqual([200, ...refused])
  expect(codes(await many(() => releaser.post(`/batches/${id}/send`)))).toEqual([200, ...refused])
  expect(await book()).toMatchObject({ balanced: true, reserved: 0, spent: 253_850 })
})

test('release and cancel at once: one of them happened', async () => {
  const { prepare, releaser, maker, book } = await payingCounty()
  const { id } = await prepare()
  await Promise.all([
    releaser.post(`/batches/${id}/release`),
    maker.post(`/batches/${id}/cancel`),
    releaser.post(`/batches/${id}/send`),
  ])
  const { status } = await maker.ok.get(`/batches/${id}`)
  const expected = { cancelled: [0, 0], released: [253_850, 0], sent: [0, 253_850] }[
    status as 'cancelled' | 'released' | 'sent'
  ]
  const { reserved, spent } = await book()
  expect([reserved, spent]).toEqual(expected)
})

test('the same return file at once settles once', async () => {
  const { sent, answer, book } = await payingCounty()
  const { id, number } = await sent()
  const file = `H|${number}\nR|1|S|\nR|2|S|\nR|3|F|E01 x\nT|3|253850\n`
  const replies = await many(() => answer(id, file))
  for (const { body } of replies) expect(body).toMatchObject({ settled: 2, returned: 1 })
  expect(await book()).toMatchObject({ balanced: true, accounts: { 'in-transit': 0 } })
})

test('re-issuing at once makes one second attempt', async () => {
  const { sent, answer, maker, releaser, newAccount } = await payingCounty([97_600])
  const { id, number } = await sent()
  await answer(id, `H|${number}\nR|1|F|E03 x\nT|1|97600\n`)
  const [line] = (await maker.ok.get(`/batches/${id}/lines`)).items
  await newAccount(line.householdId)
  let nth = 0
  const replies = await many(() => (nth++ % 2 ? maker : releaser).post(`/lines/${line.id}/reissue`))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('a budget for one batch pays one of two months prepared at once', async () => {
  const { maker, releaser, book } = await payingCounty()
  const small = await maker.ok.post('/budgets', {
    programme: 'dibao',
    fundLine: '只够一个月',
    year: 2026,
    amountFen: 253_850,
  })
  const prepare = (by: typeof maker, month: string) =>
    by.post('/batches', { programme: 'dibao', month, budgetId: small.id })
  const replies = await Promise.all([prepare(maker, MONTH), prepare(releaser, '2026-02')])
  expect(codes(replies)).toEqual([201, 'funds.budget-exceeded'])
  expect((await book()).balanced).toBe(true)
})

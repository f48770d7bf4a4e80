/** The bank's answer taken in over the wire: once, twice, in pieces, wrong; and money paid again. */
import { describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { payingCounty, type Scene } from './paying-county.testing.ts'

async function statuses({ maker }: Scene, batchId: string): Promise<string[]> {
  return (await maker.ok.get(`/batches/${batchId}/lines`)).items.map((line: { status: string }) => line.status)
}

describe('a return file', () => {
  test('taken in twice settles once', async () => {
    const scene = await payingCounty()
    const { id, number } = await scene.sent()
    const file = `H|${number}\nR|1|S|\nR|2|F|E03 账户已销户\nR|3|S|\nT|3|253850\n`
    const first = await scene.answer(id, file)
    const second = await scene.answer(id, file)
    expect(second.body).toEqual(first.body)
    expect(await statuses(scene, id)).toEqual(['settled', 'returned', 'settled'])
    const { balanced, accounts } = await scene.book()
    expect(balanced).toBe(true)
    expect(accounts['in-transit']).toBe(0)
    const [, returned] = (await scene.maker.ok.get(`/batches/${id}/lines`)).items
    expect(accounts['returned-payable']).toBe(-returned.amountFen)
  })

  test('cut in half applies what is there, and the rest when it comes', async () => {
    const scene = await payingCounty()
    const { id, number } = await scene.sent()
    const file = `H|${number}\nR|1|S|\nR|2|S|\nR|3|S|\nT|3|253850\n`
    const half = await scene.answer(id, file.slice(0, file.indexOf('R|2') + 2))
    expect(half.body).toMatchObject({ settled: 1, complete: false })
    expect(await statuses(scene, id)).toEqual(['settled', 'sent', 'sent'])
    expect((await scene.answer(id, file)).body).toMatchObject({ settled: 2, already: 1, complete: true })
    expect(await scene.maker.ok.get(`/batches/${id}`)).toMatchObject({ status: 'closed' })
  })

  test('of another batch changes nothing', async () => {
    const scene = await payingCounty()
    const { id } = await scene.sent('2026-02')
    const other = await scene.sent('2026-03')
    const reply = await scene.answer(id, `H|${other.number}\nR|1|S|\nT|1|97600\n`)
    expect(reply.body).toMatchObject({ settled: 0, quarantined: [{ line: 0, why: 'other-batch' }] })
    expect(await statuses(scene, id)).toEqual(['sent', 'sent', 'sent'])
  })

  test('that is empty is refused', async () => {
    const scene = await payingCounty()
    const { id } = await scene.sent()
    expect((await scene.answer(id, '')).body.code).toBe('payments.file-empty')
  })

  test('puts each family’s payment on that family’s line', async () => {
    const scene = await payingCounty()
    const { id, number } = await scene.sent()
    await scene.answer(id, `H|${number}\nR|1|S|\nR|2|F|E01 户名不符\n`)
    const lines = (await scene.maker.ok.get(`/batches/${id}/lines`)).items
    const supervisor = scene.county.as('county-supervisor')
    const actsOf = async (i: number): Promise<string[]> =>
      (await supervisor.ok.get(`/households/${lines[i].householdId}/line`)).items.map(
        (entry: { act: string }) => entry.act,
      )
    expect(await actsOf(0)).toContain('payment.settled')
    expect(await actsOf(1)).toContain('payment.returned')
    expect(await actsOf(2)).not.toContain('payment.settled')
  })
})

describe('returned money', () => {
  async function returned(scene: Scene) {
    const { id, number } = await scene.sent()
    await scene.answer(id, `H|${number}\nR|1|F|E03 账户已销户\nR|2|S|\nR|3|S|\nT|3|253850\n`)
    const [line] = (await scene.maker.ok.get(`/batches/${id}/lines`)).items
    return line
  }

  test('is paid again once, in a supplementary batch, from what is owed and not from the budget', async () => {
    const scene = await payingCounty()
    const line = await returned(scene)
    const { spent } = await scene.book()
    await scene.newAccount(line.householdId)
    const again = await scene.maker.ok.post(`/lines/${line.id}/reissue`)
    expect(again).toMatchObject({
      attempt: 1,
      amountFen: line.amountFen,
      reissueOf: line.id,
      status: 'reserved',
      month: line.month,
    })
    expect((await scene.maker.post(`/lines/${line.id}/reissue`)).body.code).toBe('payments.already-reissued')
    await scene.release(again.batchId)
    const { number } = await scene.send(again.batchId)
    await scene.answer(again.batchId, `H|${number}\nR|1|S|\nT|1|${line.amountFen}\n`)
    const book = await scene.book()
    expect(book).toMatchObject({ balanced: true, reserved: 0, spent })
    expect(book.accounts).toMatchObject({ 'in-transit': 0, 'returned-payable': 0, 'benefit-expense': spent })
  })

  test('needs another account, or somebody who says that this one is right now', async () => {
    const scene = await payingCounty()
    const line = await returned(scene)
    const reissue = async (body?: object) => scene.maker.post(`/lines/${line.id}/reissue`, body)
    expect((await reissue()).body.code).toBe('payments.account-not-corrected')
    expect((await reissue({ bankAccountId: line.awardId })).body.code).toBe('payments.account-not-current')
    const corrected = await scene.newAccount(line.householdId)
    expect((await reissue({ bankAccountId: corrected })).body).toMatchObject({ attempt: 1 })
  })

  test('that comes back a second time is settled by hand; what arrived is never paid again', async () => {
    const scene = await payingCounty()
    const line = await returned(scene)
    await scene.newAccount(line.householdId)
    const again = await scene.maker.ok.post(`/lines/${line.id}/reissue`)
    await scene.release(again.batchId)
    const { number } = await scene.send(again.batchId)
    await scene.answer(again.batchId, `H|${number}\nR|1|F|E03 x\nT|1|${line.amountFen}\n`)
    expect((await scene.maker.post(`/lines/${again.id}/reissue`)).body.code).toBe('payments.returned-twice')
    const settled = (await scene.maker.ok.get(`/batches/${line.batchId}/lines?status=settled`)).items[0]
    expect((await scene.maker.post(`/lines/${settled.id}/reissue`)).body.code).toBe('payments.not-returned')
    expect((await scene.book()).accounts['returned-payable']).toBe(-line.amountFen)
  })

  test('whose supplementary batch is cancelled can be issued again', async () => {
    const scene = await payingCounty()
    const line = await returned(scene)
    await scene.newAccount(line.householdId)
    const again = await scene.maker.ok.post(`/lines/${line.id}/reissue`)
    await scene.maker.ok.post(`/batches/${again.batchId}/cancel`)
    const third = await scene.maker.ok.post(`/lines/${line.id}/reissue`)
    expect(third).toMatchObject({ attempt: 1, status: 'reserved' })
    expect(third.batchId).not.toBe(again.batchId)
  })

  test('is not issued again for a family without an account, nor is a line that is not there', async () => {
    const scene = await payingCounty()
    const line = await returned(scene)
    await scene.house.inWork(systemCaller, work =>
      work.db
        .updateTable('registry.bank_account')
        .set({ replaced_at: work.now })
        .where('household_id', '=', line.householdId)
        .execute(),
    )
    expect((await scene.maker.post(`/lines/${line.id}/reissue`)).body.code).toBe('payments.no-account')
    expect((await scene.maker.post(`/lines/${line.awardId}/reissue`)).body.code).toBe('payments.line-unknown')
  })
})

/** A month from the awards to the money on the families' accounts, and everything that may not happen on the way. */
import { describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { MONTH, payingCounty } from './paying-county.testing.ts'

const all = (number: string) => `H|${number}\nR|1|S|\nR|2|S|\nR|3|S|\nT|3|253850\n`

describe('a month', () => {
  test('is prepared, released by somebody else, sent, answered and closed', async () => {
    const { prepare, release, send, answer, maker, book } = await payingCounty()
    const batch = await prepare()
    expect(batch).toMatchObject({ status: 'reserved', lineCount: 3, totalFen: 253_850 })
    expect(await book()).toMatchObject({ reserved: 253_850, spent: 0 })
    await release(batch.id)
    await send(batch.id)
    expect(await book()).toMatchObject({
      balanced: true,
      reserved: 0,
      spent: 253_850,
      accounts: { 'in-transit': -253_850 },
    })
    const reply = await answer(batch.id, all(batch.number))
    expect(reply.body).toMatchObject({ settled: 3, returned: 0, quarantined: [], complete: true })
    const closed = await maker.ok.get(`/batches/${batch.id}`)
    expect(closed).toMatchObject({ status: 'closed', lines: { settled: { count: 3, fen: 253_850 } } })
    expect(await book()).toMatchObject({ balanced: true, accounts: { 'in-transit': 0, 'benefit-expense': 253_850 } })
  })

  test('is paid once: prepared again it finds nobody, and later only who came later', async () => {
    const { house, county, prepare, maker, budgetId, families } = await payingCounty()
    await house.inWork(systemCaller, work =>
      work.db
        .updateTable('benefits.award')
        .set({ start_month: '2026-09' })
        .where('id', '=', families[0]?.awardId ?? '')
        .execute(),
    )
    expect(await prepare()).toMatchObject({ lineCount: 2 })
    const again = await maker.post('/batches', { programme: 'dibao', month: MONTH, budgetId })
    expect(again.body).toMatchObject({ code: 'payments.nothing-to-pay', details: { held: 0 } })
    await house.inWork(systemCaller, work =>
      work.db
        .updateTable('benefits.award')
        .set({ start_month: '2026-03' })
        .where('county', '=', county.code.slice(0, 6))
        .execute(),
    )
    expect(await prepare()).toMatchObject({ lineCount: 1, round: 1, number: 'B202603DIBAO01' })
  })

  test('says what changed against the month before', async () => {
    const { house, county, prepare, families, maker } = await payingCounty()
    await prepare('2026-02')
    const [grown, stopped, held] = families
    await house.inWork(systemCaller, async work => {
      const award = (id = '') =>
        work.db.updateTable('benefits.award').where('county', '=', county.code.slice(0, 6)).where('id', '=', id)
      await award(grown?.awardId).set({ monthly_fen: 100_000n }).execute()
      await award(stopped?.awardId).set({ end_month: '2026-02' }).execute()
    })
    await county.as('county-supervisor').ok.post(`/awards/${held?.awardId}/hold`, { reason: '核实中' })
    const { id } = await prepare()
    const { diff } = await maker.ok.get(`/batches/${id}`)
    expect(diff.changed).toMatchObject({ count: 1, movedFen: 2_400, items: [{ beforeFen: 97_600, nowFen: 100_000 }] })
    expect(diff.stopped).toMatchObject({ count: 1, movedFen: -94_000 })
    expect(diff.held).toMatchObject({ count: 1, items: [{ reason: 'award-held' }] })
    expect(diff.new).toMatchObject({ count: 0 })
  })

  test('leaves out a family without an account and says so', async () => {
    const { house, prepare, families, maker } = await payingCounty()
    await house.inWork(systemCaller, work =>
      work.db
        .updateTable('registry.bank_account')
        .set({ replaced_at: work.now })
        .where('household_id', '=', families[1]?.householdId ?? '')
        .execute(),
    )
    const { id } = await prepare()
    const { lineCount, diff } = await maker.ok.get(`/batches/${id}`)
    expect(lineCount).toBe(2)
    expect(diff.held.items).toMatchObject([{ awardId: families[1]?.awardId, reason: 'no-bank-account', nowFen: 0 }])
  })
})

describe('nobody', () => {
  test('releases the batch they made', async () => {
    const { prepare, maker } = await payingCounty()
    const { id } = await prepare()
    expect((await maker.post(`/batches/${id}/release`)).body).toMatchObject({
      status: 403,
      code: 'payments.same-person',
    })
    expect((await maker.ok.get(`/batches/${id}`)).can.release).toBe('payments.same-person')
  })

  test('releases another total than the one they saw', async () => {
    const { prepare, releaser } = await payingCounty()
    const { id } = await prepare()
    const reply = await releaser.post(`/batches/${id}/release`, { totalFen: 1 })
    expect(reply.body).toMatchObject({ code: 'payments.total-changed', details: { totalFen: 253_850 } })
  })

  test('skips a step or takes one twice', async () => {
    const { prepare, release, send, releaser, maker, answer } = await payingCounty()
    const { id, number } = await prepare()
    const refused = async (reply: Promise<{ body: { code: string } }>) =>
      expect((await reply).body.code).toBe('payments.batch-state')
    await refused(releaser.post(`/batches/${id}/send`))
    await refused(answer(id, all(number)))
    expect((await releaser.get(`/batches/${id}/bank-file`)).body.code).toBe('payments.file-not-made')
    await release(id)
    await refused(releaser.post(`/batches/${id}/release`))
    await send(id)
    await refused(releaser.post(`/batches/${id}/send`))
    await refused(maker.post(`/batches/${id}/cancel`))
  })

  test('pays from a budget of another programme or year, or more than it holds, or two months ahead', async () => {
    const { maker, budgetId } = await payingCounty()
    const prepare = async (body: object) =>
      (await maker.post('/batches', { programme: 'dibao', month: MONTH, budgetId, ...body })).body.code
    const other = await maker.ok.post('/budgets', { programme: 'tekun', fundLine: 'x', year: 2026, amountFen: 1 })
    const small = await maker.ok.post('/budgets', { programme: 'dibao', fundLine: 'y', year: 2026, amountFen: 253_849 })
    expect(await prepare({ budgetId: other.id })).toBe('payments.wrong-budget')
    expect(await prepare({ budgetId: small.id })).toBe('funds.budget-exceeded')
    expect(await prepare({ month: '2026-05' })).toBe('payments.month-ahead')
    expect(await prepare({ budgetId: other.id.replace(/.$/, '0') })).toMatch(/budget-unknown|wrong-budget/)
  })

  test('of another county sees or moves the batch', async () => {
    const { prepare, house } = await payingCounty()
    const { id } = await prepare()
    const stranger = (await house.county()).as('county-finance')
    expect((await stranger.get(`/batches/${id}`)).body.code).toBe('payments.batch-unknown')
    expect((await stranger.post(`/batches/${id}/release`)).body.code).toBe('payments.batch-unknown')
    expect((await stranger.get('/batches')).body.items).toEqual([])
  })
})

describe('before the money leaves', () => {
  test('a cancelled batch gives the reservation back and the month can be prepared again', async () => {
    const { prepare, maker, book } = await payingCounty()
    const { id } = await prepare()
    expect(await maker.ok.post(`/batches/${id}/cancel`, { reason: '名单有误' })).toMatchObject({ status: 'cancelled' })
    expect(await book()).toMatchObject({ reserved: 0, spent: 0 })
    expect(await prepare()).toMatchObject({ lineCount: 3, round: 1 })
  })

  test('a held line leaves the batch and comes up again; the last one stays', async () => {
    const { prepare, maker, book } = await payingCounty([97_600, 94_000])
    const { id } = await prepare()
    const [first, second] = (await maker.ok.get(`/batches/${id}/lines`)).items
    expect(await maker.ok.post(`/lines/${first.id}/hold`, { reason: '账户可疑' })).toMatchObject({ status: 'held' })
    expect(await maker.ok.get(`/batches/${id}`)).toMatchObject({ lineCount: 1, totalFen: second.amountFen })
    expect(await book()).toMatchObject({ reserved: second.amountFen })
    expect((await maker.post(`/lines/${second.id}/hold`)).body.code).toBe('payments.last-line')
    expect(await prepare()).toMatchObject({ lineCount: 1, totalFen: first.amountFen })
  })

  test('a line is held once', async () => {
    const { prepare, maker } = await payingCounty()
    const { id } = await prepare()
    const [line] = (await maker.ok.get(`/batches/${id}/lines`)).items
    await maker.ok.post(`/lines/${line.id}/hold`)
    expect((await maker.post(`/lines/${line.id}/hold`)).body.code).toBe('payments.line-state')
  })

  test('an award held meanwhile stops release and sending until its line is out', async () => {
    const { prepare, release, county, families, releaser, maker } = await payingCounty()
    const { id } = await prepare()
    const supervisor = county.as('county-supervisor')
    await supervisor.ok.post(`/awards/${families[0]?.awardId}/hold`, { reason: '去世' })
    const refused = await releaser.post(`/batches/${id}/release`)
    expect(refused.body).toMatchObject({ code: 'payments.award-held', details: { count: 1 } })
    await maker.ok.post(`/lines/${refused.body.details.lineIds[0]}/hold`, { reason: '去世' })
    await release(id)
    await supervisor.ok.post(`/awards/${families[1]?.awardId}/hold`, { reason: '核实' })
    expect((await releaser.post(`/batches/${id}/send`)).body.code).toBe('payments.award-held')
  })
})

describe('the bank’s file', () => {
  test('is the same bytes whenever it is fetched, in both layouts, and each look is on record', async () => {
    const { sent, releaser, county } = await payingCounty()
    const { id, number } = await sent()
    const csv = await releaser.get(`/batches/${id}/bank-file?format=csv`)
    const fixed = await releaser.get(`/batches/${id}/bank-file?format=fixed`)
    expect(csv.text).toMatch(
      new RegExp(`^H\\|${county.code.slice(0, 6)}\\|dibao\\|${MONTH}\\|${number}\\|3\\|253850\\|CNY\r\n`),
    )
    expect(csv.text).toContain('欧阳𬱟')
    expect(Buffer.byteLength(fixed.text) % 362).toBe(0)
    expect((await releaser.get(`/batches/${id}/bank-file?format=csv`)).text).toBe(csv.text)
    const looks = await county.as('auditor').ok.get('/journal?limit=200')
    expect(looks.items.filter((entry: { act: string }) => entry.act === 'batch.file-fetched')).toHaveLength(3)
  })

  test('is the only place with a full account: the lines show its last digits', async () => {
    const { sent, maker, releaser } = await payingCounty()
    const { id } = await sent()
    const lines = await maker.get(`/batches/${id}/lines`)
    const account = (await releaser.get(`/batches/${id}/bank-file`)).text.split('\r\n')[1]?.split('|')[4] ?? ''
    expect(account).toMatch(/^\d{19}$/)
    expect(lines.text).not.toContain(account)
    expect(lines.body.items.map((line: { accountTail: string }) => line.accountTail)).toContain(account.slice(-4))
  })
})

/** Money arrives, the books balance, and the database refuses what would not. */
import { fen } from '@doudi/kernel'
import { testHouse } from '@doudi/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { levels } from './account.ts'
import { allocationLines } from './entry.ts'
import { debitCredit, type NewEntry, post, releaseReservation, reserve, spend } from './index.ts'

const given = { programme: 'dibao', fundLine: '中央补助 2026', year: 2026 }

async function finance() {
  const house = await testHouse()
  const county = await house.county()
  return { house, county, api: county.as('county-finance'), code: county.code.slice(0, 6) }
}

describe('an allocation', () => {
  test('opens a budget, and a second one widens it', async () => {
    const { api } = await finance()
    const first = await api.ok.post('/budgets', { ...given, amountFen: 100_000 })
    const second = await api.ok.post('/budgets', { ...given, amountFen: 50_000 })
    expect(second).toMatchObject({ id: first.id, limitFen: 150_000, availableFen: 150_000 })
  })

  test('stands to the credit of the levels that gave it, to the fen', async () => {
    const { api } = await finance()
    const shares = { central: 50, province: 20, city: 10, county: 20 }
    await api.ok.post('/budgets', { ...given, amountFen: 100_000_000, shares })
    const { items, balanced } = await api.ok.get('/ledger/trial-balance')
    const credits = Object.fromEntries(
      items.map((row: { account: string; creditFen: number }) => [row.account, row.creditFen]),
    )
    expect(balanced).toBe(true)
    expect(credits).toMatchObject({
      'allocation-central': 50_000_000,
      'allocation-province': 20_000_000,
      'allocation-city': 10_000_000,
      'allocation-county': 20_000_000,
    })
  })

  test('of nothing, or from nobody, is refused', async () => {
    const { api, county } = await finance()
    expect((await api.post('/budgets', { ...given, amountFen: 0 })).body.code).toBe('funds.nothing-allocated')
    expect((await api.post('/budgets', { ...given, amountFen: 1, shares: { city: 0 } })).body.code).toBe(
      'funds.no-shares',
    )
    expect((await county.as('county-supervisor').post('/budgets', { ...given, amountFen: 1 })).status).toBe(403)
    expect((await api.post('/budgets', { ...given, amountFen: 1.5 })).status).toBe(422)
  })

  test('split in any proportion sums to what arrived', () => {
    const weights = fc
      .tuple(...levels.map(() => fc.nat({ max: 100 })))
      .filter(values => values.some(weight => weight > 0))
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), weights, (amount, values) => {
        const shares = Object.fromEntries(levels.map((level, i) => [level, values[i] ?? 0]))
        const lines = allocationLines(fen(amount), shares)
        expect(lines.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(0n)
        expect(lines.every(line => line.amountFen !== 0n)).toBe(true)
      }),
    )
  })
})

describe('the ledger', () => {
  const entry = (county: string, causeId: string, lines: NewEntry['lines']): NewEntry => {
    return { county, programme: 'dibao', fundLine: 'x', kind: 'batch-sent', causeId, memo: 'test', lines }
  }

  test('takes one entry of a kind for a cause', async () => {
    const { house, code, api } = await finance()
    const causeId = '019c0000-0000-7000-8000-000000000001'
    const lines = debitCredit('benefit-expense', 'in-transit', fen(100n))
    await house.inWork(systemCaller, work => post(work, entry(code, causeId, lines)))
    await expect(house.inWork(systemCaller, work => post(work, entry(code, causeId, lines)))).rejects.toThrow(
      /entry_cause_once/,
    )
    expect((await api.ok.get(`/ledger/entries?cause=${causeId}`)).items).toMatchObject([
      { kind: 'batch-sent', lines: [{ amountFen: 100 }, { amountFen: -100 }] },
    ])
  })

  test('refuses an entry that does not sum to zero, in code and at the database', async () => {
    const { house, code } = await finance()
    const crooked = [
      { account: 'fund-bank' as const, amountFen: fen(100n) },
      { account: 'in-transit' as const, amountFen: fen(-99n) },
    ]
    await expect(house.inWork(systemCaller, work => post(work, entry(code, work.newId(), crooked)))).rejects.toThrow(
      /sum to zero/,
    )
    const alone = house.inWork(systemCaller, async work => {
      const id = work.newId()
      const account = work.newId()
      await work.db
        .insertInto('funds.account')
        .values({ county: code, id: account, code: 'fund-bank', programme: 'p', fund_line: 'f' })
        .execute()
      await work.db
        .insertInto('funds.entry')
        .values({ county: code, id, at: work.now, kind: 'allocation', cause_id: id, memo: '' })
        .execute()
      await work.db
        .insertInto('funds.posting')
        .values({ county: code, entry_id: id, line_no: 1, account_id: account, amount_fen: 1n })
        .execute()
    })
    await expect(alone).rejects.toThrow(/does not sum to zero/)
  })

  test('cannot be rewritten by the server’s own role', async () => {
    const { house } = await finance()
    for (const table of ['funds.entry', 'funds.posting'] as const) {
      await expect(house.inWork(systemCaller, work => work.db.deleteFrom(table).execute())).rejects.toThrow(
        /permission denied/,
      )
      await expect(
        house.inWork(systemCaller, work => work.db.updateTable(table).set({ county: '000000' }).execute()),
      ).rejects.toThrow(/permission denied/)
    }
  })

  test('of one county is nothing another one sees', async () => {
    const { house, api } = await finance()
    await api.ok.post('/budgets', { ...given, amountFen: 100 })
    const other = (await house.county()).as('county-finance')
    expect((await other.ok.get('/ledger/trial-balance')).items).toEqual([])
    expect((await other.ok.get('/budgets')).items).toEqual([])
  })
})

test('a budget is never overdrawn, whatever is reserved, released and spent, also at once', async () => {
  const { house, api, code } = await finance()
  const { id } = await api.ok.post('/budgets', { ...given, amountFen: 1_000 })
  const key = { county: code, id }
  const moves = [reserve, releaseReservation, spend]
  const plan = fc.sample(fc.tuple(fc.constantFrom(...moves), fc.integer({ min: 1, max: 600 })), {
    numRuns: 120,
    seed: 7,
  })
  await Promise.all(
    plan.map(([move, amount]) =>
      house.inWork(systemCaller, work => move(work, key, fen(amount))).catch(() => 'refused'),
    ),
  )
  const [budget] = (await api.ok.get('/budgets')).items
  expect(budget.reservedFen).toBeGreaterThanOrEqual(0)
  expect(budget.reservedFen + budget.spentFen).toBeLessThanOrEqual(1_000)
  const stranger = { county: code, id: '019c0000-0000-7000-8000-000000000001' }
  await expect(house.inWork(systemCaller, work => reserve(work, stranger, fen(1n)))).rejects.toMatchObject({
    code: 'funds.budget-unknown',
  })
})

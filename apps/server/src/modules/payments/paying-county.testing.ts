/** For tests: a county with families that receive an award, two people in finance, and money in the budget. */
import { fen } from '@doudi/kernel'
import { type Client, type County, identityNumberFor, luhnCard, type TestHouse, testHouse } from '@doudi/testkit'
import { addBankAccount, createHousehold } from '#modules/registry/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'

export const MONTH = '2026-03'

export interface PaidFamily {
  readonly householdId: string
  readonly awardId: string
  readonly amountFen: bigint
}

export interface Scene {
  readonly house: TestHouse
  readonly county: County
  readonly families: readonly PaidFamily[]
  readonly maker: Client
  readonly releaser: Client
  readonly budgetId: string
  /** Gives a family another account and returns its id. */
  newAccount(householdId: string): Promise<string>
  prepare(month?: string): Promise<BatchReply>
  /** Prepared by one, released and sent by the other. */
  sent(month?: string): Promise<BatchReply>
  release(batchId: string): Promise<BatchReply>
  send(batchId: string): Promise<BatchReply>
  answer(batchId: string, file: string): ReturnType<Client['post']>
  book(): Promise<Book>
}

export interface BatchReply {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly lineCount: number
  readonly totalFen: number
}

/** What the county's money looks like. */
export interface Book {
  readonly balanced: boolean
  readonly accounts: Readonly<Record<string, number>>
  readonly limit: number
  readonly reserved: number
  readonly spent: number
}

const names = ['陈海', '赵宁', '欧阳𬱟', '买买提·艾力', '林梅']

export async function payingCounty(
  amounts: readonly number[] = [97_600, 94_000, 62_250],
  given?: TestHouse,
): Promise<Scene> {
  const house = given ?? (await testHouse())
  const county = await house.county()
  const village = county.towns[0]?.villages[0]?.code ?? ''
  const families = await house.inWork(systemCaller, async work => {
    const made: PaidFamily[] = []
    for (const [i, amount] of amounts.entries())
      made.push(await settle(work, village, names[i % names.length] ?? '陈海', amount))
    return made
  })
  const maker = county.as('county-finance')
  const releaser = county.as('county-finance', { nth: 1 })
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const budget = await maker.ok.post('/budgets', {
    programme: 'dibao',
    fundLine: '示例资金',
    year: 2026,
    amountFen: total * 12,
  })
  const prepare = (month = MONTH) => maker.ok.post('/batches', { programme: 'dibao', month, budgetId: budget.id })
  const release = (id: string) => releaser.ok.post(`/batches/${id}/release`)
  const send = (id: string) => releaser.ok.post(`/batches/${id}/send`)
  return {
    ...{ house, county, families, maker, releaser, budgetId: budget.id, prepare, release, send },
    newAccount: householdId =>
      house.inWork(systemCaller, async work => (await openAccount(work, householdId, '陈海', '补登记')).bankAccountId),
    sent: async month => {
      const { id } = await prepare(month)
      await release(id)
      return send(id)
    },
    answer: (id, file) =>
      maker.post(`/batches/${id}/return-file`, undefined, { raw: { bytes: file, mediaType: 'text/plain' } }),
    book: () => bookOf(maker),
  }
}

async function settle(work: Work, village: string, name: string, amount: number): Promise<PaidFamily> {
  const identityNumber = identityNumberFor(birthday(), 'male')
  const { householdId } = await createHousehold(work, {
    division: village,
    members: [{ name, identityNumber, relation: 'self' }],
  })
  await openAccount(work, householdId, name, null)
  const awardId = work.newId<'award'>()
  await work.db
    .insertInto('benefits.award')
    .values({
      county: village.slice(0, 6),
      id: awardId,
      division: village,
      household_id: householdId,
      case_id: work.newId<'case'>(),
      assessment_id: work.newId<'assessment'>(),
      programme: 'dibao',
      head_name: name,
      covered: 1,
      monthly_fen: BigInt(amount),
      start_month: '2026-01',
      status: 'active',
    })
    .execute()
  return { householdId, awardId, amountFen: fen(amount) }
}

function openAccount(work: Work, householdId: string, holder: string, otherHolderReason: string | null) {
  return addBankAccount(work, {
    householdId,
    holderName: holder,
    bank: '示例农商行',
    number: luhnCard(),
    otherHolderReason,
  })
}

let days = 0

/** A birthday of its own, so that identity numbers never repeat. */
function birthday(): string {
  days++
  return `19${50 + (Math.floor(days / 336) % 40)}-${String((Math.floor(days / 28) % 12) + 1).padStart(2, '0')}-${String((days % 28) + 1).padStart(2, '0')}`
}

async function bookOf(api: Client): Promise<Book> {
  const balance = await api.ok.get('/ledger/trial-balance')
  const [budget] = (await api.ok.get('/budgets')).items
  const accounts: Record<string, number> = {}
  for (const { account, balanceFen } of balance.items) accounts[account] = (accounts[account] ?? 0) + balanceFen
  const { limitFen: limit, reservedFen: reserved, spentFen: spent } = budget
  return { balanced: balance.balanced, accounts, limit, reserved, spent }
}

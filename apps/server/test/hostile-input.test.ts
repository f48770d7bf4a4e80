/**
 * What a hostile or tired hand types (SR-46, SR-48, corpus H01–H42, H51): taken in as it is, put right, or refused with
 * the place and a reason in words; and whatever is refused leaves nothing behind.
 */
import { problemMessages } from '@doudi/api-client'
import { family, testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { corpus, type Entry } from './corpus.ts'

const house = await testHouse()
const county = await house.county()
const village = county.towns[0]?.villages[0]?.code ?? ''
const desk = county.as('town-assistant')
beforeAll(() => desk.accountId())

/** How much of the county there is, table by table. */
function everything() {
  return house.inWork(systemCaller, async ({ db }) => {
    const tables = ['household', 'person', 'membership', 'fact', 'bank_account'].map(table => `registry.${table}`)
    const counts: Record<string, unknown> = {}
    for (const table of [...tables, 'casework.case_file', 'casework.letter', 'identity.account'])
      counts[table] = (
        await sql<{
          n: bigint
        }>`select count(*) as n from ${sql.table(table)} where county = ${village.slice(0, 6)}`.execute(db)
      ).rows[0]?.n
    return counts
  })
}

const handIn = (entry: Entry) =>
  desk.post('/applications', { application: entry.change(family({ village })), channel: 'window' })
const refused = corpus.filter(entry => entry.refused)
const taken = corpus.filter(entry => !entry.refused)

describe('refused, with the place and words for it', () => {
  test.each(refused)('$id $what', async entry => {
    const before = await everything()
    const answer = await handIn(entry)
    expect([answer.status, answer.body.code, answer.headers.get('content-type')]).toEqual([
      ...[422, 'input.invalid', 'application/problem+json; charset=utf-8'],
    ])
    expect(answer.body.issues).toContainEqual(
      expect.objectContaining({ in: 'body', pointer: entry.refused?.at, code: entry.refused?.code }),
    )
    for (const { code } of answer.body.issues) {
      expect(problemMessages['zh-CN'][code], code).toBeTruthy()
      expect(problemMessages.en[code], code).toBeTruthy()
    }
    expect(await everything()).toEqual(before)
  })
})

describe('taken in, and kept as it was meant', () => {
  test.each(taken)('$id $what', async entry => {
    const typed = entry.change(family({ village })) as { applicant: { name: string } }
    const answer = await desk.post('/applications', { application: typed, channel: 'window' })
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
    const name = entry.kept ?? typed.applicant.name
    const household = await desk.ok.get(`/households/${answer.body.householdId}`)
    expect(household.headName).toBe(name)
    const { items } = await desk.ok.get(`/households?q=${encodeURIComponent(name)}`)
    expect(items.map(({ id }: { id: string }) => id)).toContain(answer.body.householdId)
    for (const path of ['receipt', 'letters', 'facts']) {
      const { status, text } = await desk.get(`/cases/${answer.body.caseId}/${path}`)
      expect([path, status]).toEqual([path, 200])
      if (path === 'receipt') expect(text).not.toMatch(/<img|<svg|<script/)
      if (path === 'receipt' && name.includes('{{')) expect(text).toContain('{{7*7}}')
    }
  })

  test('H08: characters nobody sees do not make a second person', async () => {
    const application = family({ village })
    const { householdId, caseId } = await desk.ok.post('/applications', { application, channel: 'window' })
    const { version } = await desk.ok.get(`/cases/${caseId}`)
    await desk.ok.post(`/cases/${caseId}/withdraw`, { version, reason: '以后再说' })
    const name = `${application.applicant.name.slice(0, 1)}\u200b${application.applicant.name.slice(1)}`
    const again = {
      ...application,
      applicant: { ...application.applicant, name },
      members: application.members.map((member, i) => (i === 0 ? { ...member, name } : member)),
    }
    expect((await desk.ok.post('/applications', { application: again, channel: 'window' })).householdId).toBe(
      householdId,
    )
  })
})

describe('the search box (H16)', () => {
  test.each(['%', '_', '\\', ';--', '`', "'; drop table person; --", `${'a'.repeat(99)}!`, '\u0000', '\ud842'])(
    'takes %j for itself, and quickly',
    async text => {
      await county.apply()
      const begun = performance.now()
      const answer = await desk.get(`/households?q=${encodeURIComponent(text.toWellFormed())}`)
      expect(performance.now() - begun).toBeLessThan(1000)
      expect([200, 422]).toContain(answer.status)
      if (answer.status === 200) expect(answer.body.items).toEqual([])
    },
  )

  test('refuses ten thousand characters', async () => {
    expect((await desk.get(`/households?q=${'a'.repeat(10_000)}!`)).status).toBe(422)
    expect((await desk.get(`/cases?q=${'a'.repeat(10_000)}!`)).status).toBe(422)
  })
})

describe('lists (H53)', () => {
  test.each([
    '/cases?limit=1000000000',
    '/cases?limit=-1',
    '/cases?limit=1e3',
    '/cases?sort=identityNumber',
    '/households?limit=1&limit=2',
    '/journal?after=9%27%20or%201%3D1',
    '/awards?after=not-an-id',
    '/batches?month=2026-13',
  ])('%s is refused with its place', async address => {
    const answer = await county.as(address.startsWith('/batches') ? 'county-finance' : 'town-assistant').get(address)
    expect([address, answer.status]).toEqual([address, 422])
    expect(answer.body.issues[0]).toMatchObject({ in: 'query' })
  })

  test('a thousand parameters that nobody knows change nothing', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `x${i}=1`).join('&')
    const answer = await desk.get(`/cases?filter[idNo][like]=3703%25&${many}`)
    expect([200, 422]).toContain(answer.status)
  })
})

/**
 * Lists, counts, searches, exports and histories hold exactly the rows of the caller's area: none of somebody else's,
 * and none missing (SR-14). Asking about another area in the question changes nothing.
 */
import type { Client } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { lists } from './lists.ts'
import { levelOf, oracle, staffRoles } from './oracle.ts'
import { twoCounties } from './two-counties.ts'

const scene = await twoCounties()
const { here, there, home, away } = scene

interface Post {
  readonly name: string
  readonly role: string
  readonly client: Client
  /** Digits every division of the area begins with. */
  readonly prefix: string
}

async function post(role: string, far: boolean, town = 0, village = 0): Promise<Post> {
  const county = far ? away : home
  const code = {
    village: county.towns[town]?.villages[village]?.code,
    town: county.towns[town]?.code,
    county: county.code,
  }
  const digits = { village: 12, town: 9, county: 6 }
  const level = levelOf(role) ?? 'county'
  const prefix = (code[level] ?? '').slice(0, digits[level])
  return { name: `${role} of ${prefix}`, role, prefix, client: await scene.caller(role, { town, village, away: far }) }
}

const posts = (
  await Promise.all(
    staffRoles.map(async role => {
      const level = levelOf(role)
      return [
        await post(role, false),
        await post(role, true),
        ...(level === 'village' ? [await post(role, false, 0, 1)] : []),
        ...(level === 'county' ? [] : [await post(role, false, 1)]),
      ]
    }),
  )
).flat()

/** All pages of a list. */
async function everything(client: Client, address: string, rows: (body: never, text: string) => readonly string[]) {
  const found: string[] = []
  let after = ''
  do {
    const { body, text, status } = await client.get(`${address}${after}`)
    if (status !== 200) throw new Error(`${address} → ${status} ${text}`)
    found.push(...rows(body as never, text))
    after = body.next ? `${address.includes('?') ? '&' : '?'}after=${body.next}` : ''
  } while (after !== '')
  return found.sort()
}

const readers = (address: string) => {
  const { may } = oracle.get(`GET ${address.split('?')[0]}`) ?? { may: new Map() }
  return posts.filter(({ role }) => may.has(role))
}

describe.each(lists)('$address', ({ address, truth, rows }) => {
  test.each(readers(address))('for $name', async ({ client, prefix }) => {
    const shown = await everything(client, address, rows)
    const there = await scene.ask(async ({ db }) => (await truth(prefix).execute(db)).rows)
    // Looking is itself an entry of the line; the list was taken before it.
    expect(shown).toEqual(there.map(({ id }) => id).sort())
  })

  test('has something to show in both counties, so that a leak would be seen', async () => {
    for (const { code } of [home, away]) {
      const rows = await scene.ask(async ({ db }) => (await truth(code.slice(0, 6)).execute(db)).rows)
      expect(rows.length, code).toBeGreaterThan(0)
    }
  })
})

describe('a question about somebody else’s area', () => {
  const questions = [
    ['town-assistant', `/households?division=${there.village}`],
    [
      'town-assistant',
      `/households?q=${encodeURIComponent(there.decided.application.applicant.name)}&division=${there.village}`,
    ],
    ['town-assistant', `/households?q=${there.decided.application.applicant.identityNumber}`],
    [
      'town-assistant',
      `/households?q=${there.decided.application.applicant.phone.slice(-4)}&division=${there.village}`,
    ],
    ['county-supervisor', `/cases?division=${there.village}`],
    ['county-supervisor', `/cases?q=${there.decided.caseNumber}`],
    ['county-supervisor', `/awards?household=${there.decided.householdId}`],
    ['county-supervisor', `/notices?division=${there.village}`],
    ['county-supervisor', `/objections?case=${there.hanging.caseId}`],
    ['auditor', `/journal?household=${there.decided.householdId}`],
    ['audit-admin', `/journal?case=${there.decided.caseId}`],
    ['county-finance', `/ledger/entries?cause=${there.ids.batch}`],
    ['security-admin', `/accounts?division=${there.county.code}`],
  ] as const
  test.each(questions)('%s asks %s and sees nothing', async (role, address) => {
    const client = await scene.caller(role)
    expect((await client.ok.get(address)).items).toEqual([])
  })

  test('and the export leaves it out', async () => {
    const { text } = await (await scene.caller('auditor')).get(`/cases/export?division=${there.village}`)
    expect(text).not.toContain(there.decided.caseNumber)
    expect(text).not.toContain(there.decided.application.applicant.name)
  })
})

describe('a resident', () => {
  test('sees their own household’s cases, awards and payments, and no other', async () => {
    const own = await scene.resident(here)
    const cases = await own.ok.get('/my/cases')
    const awards = await own.ok.get('/my/awards')
    expect(cases.items.map(({ id }: { id: string }) => id)).toEqual([here.decided.caseId])
    expect(awards.items.map(({ householdId }: { householdId: string }) => householdId)).toEqual([
      here.decided.householdId,
    ])
    const lines = await scene.ask(({ db }) =>
      db.selectFrom('payments.line').select('id').where('household_id', '=', here.decided.householdId).execute(),
    )
    const payments = await own.ok.get('/my/payments')
    expect(payments.items.map(({ id }: { id: string }) => id).sort()).toEqual(lines.map(({ id }) => id).sort())
  })
})

/**
 * Every role at every address, in the right place and in wrong ones (SR-14, SR-15, SR-17, SR-23). What is right is
 * written in `oracle.yaml`; each cell of the table is a request. Addresses that show many rows are looked at row by row
 * in `permission-lists.test.ts`.
 */
import { type Client, family } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { modules } from '#modules'
import { callOf, type DraftKey } from './calls.ts'
import { levelOf, oracle, type Rule, staffRoles } from './oracle.ts'
import { at, type Target, twoCounties } from './two-counties.ts'
import { type Verdict, verdictOf } from './verdict.ts'

const routes = modules.flatMap(module => module.routes)
const addressOf = (route: { method: string; path: string }) => `${route.method.toUpperCase()} ${route.path}`
/** Addresses that end the caller's session or change what others still look at come last. */
const lasting = (address: string) => (address === 'DELETE /session' ? 2 : address.startsWith('GET') ? 0 : 1)
const addresses = [...oracle.keys()].toSorted((a, b) => lasting(a) - lasting(b))

const scene = await twoCounties()
const { here, there } = scene
const applicant = at(scene.house)
const draft: DraftKey = await applicant.ok.post('/drafts')
await applicant.ok.put(
  `/drafts/${draft.id}`,
  { version: 1, answers: family({ village: here.village }) },
  { headers: { 'doudi-draft': draft.token } },
)

/** Where somebody sits in relation to the family of `here`. */
interface Seat {
  readonly role: string
  readonly where: 'its own area' | 'beside' | 'another town' | 'another county'
  readonly client: Client
}

async function seatsOf(role: string): Promise<Seat[]> {
  const seat = async (where: Seat['where'], place = {}) => ({ role, where, client: await scene.caller(role, place) })
  const level = levelOf(role)
  return [
    await seat('its own area'),
    ...(level === 'village' ? [await seat('beside', { village: 1 })] : []),
    ...(level === 'county' ? [] : [await seat('another town', { town: 1 })]),
    await seat('another county', { away: true }),
  ]
}

const seats = (await Promise.all(staffRoles.map(seatsOf))).flat()

let cells = 0
async function ask(client: Client, address: string, target: Target) {
  cells++
  const { path, body, options, aimed } = callOf(address, target, draft)
  const answer = await client.call(address.split(' ')[0] ?? '', path, body, options)
  return { verdict: verdictOf(answer), aimed }
}

/** What the table says about one seat: a cell that may see nothing opens and finds nothing. */
function expectedFor({ may }: Rule, role: string, inArea: boolean, aimed: boolean): Verdict {
  const reach = may.get(role) ?? may.get('everybody') ?? may.get('signed-in')
  if (reach === undefined) return 'forbidden'
  if (reach === 'nothing') return 'not found'
  const open = may.has('everybody') || may.has('signed-in') || reach === 'anywhere'
  return open || inArea || !aimed ? 'allowed' : 'not found'
}

describe('the table', () => {
  test('has a line for each address, and no line without an address', () => {
    expect([...oracle.keys()].sort()).toEqual(routes.map(addressOf).sort())
  })

  test('names the kind of access each address gives', () => {
    const open = (permission: string) => permission === 'public' || permission === 'demo'
    const kinds = Object.fromEntries(
      routes.map(route => [addressOf(route), open(route.permission) ? 'public' : route.access]),
    )
    expect(Object.fromEntries([...oracle].map(([address, { kind }]) => [address, kind]))).toEqual(kinds)
  })
})

describe.each(addresses)('%s', address => {
  const rule = oracle.get(address) as Rule

  test('staff', async () => {
    const found: string[] = []
    const right: string[] = []
    for (const { role, where, client } of seats) {
      const { verdict, aimed } = await ask(client, address, here)
      found.push(`${role} of ${where}: ${verdict}`)
      right.push(`${role} of ${where}: ${expectedFor(rule, role, where === 'its own area', aimed)}`)
    }
    expect(found).toEqual(right)
  })

  test('residents', async () => {
    const others: Target = {
      ...here,
      decided: here.hanging,
      ids: { ...here.ids, ...(await idsOf(here.hanging.caseId)) },
    }
    const found: string[] = []
    const right: string[] = []
    for (const [whose, target] of [
      ['their own', here],
      ['a neighbour’s', others],
      ['a stranger’s', there],
    ] as const) {
      const { verdict, aimed } = await ask(await scene.resident(here), address, target)
      found.push(`${whose}: ${verdict}`)
      right.push(`${whose}: ${expectedFor(rule, 'resident', whose === 'their own', aimed)}`)
    }
    expect(found).toEqual(right)
  })

  test('nobody signed in', async () => {
    const { verdict } = await ask(scene.nobody(), address, here)
    expect(verdict).toBe(rule.may.has('everybody') ? 'allowed' : 'not signed in')
  })
})

/** Letter and authorisation of another family. */
async function idsOf(caseId: string): Promise<{ letter: string; consent: string }> {
  return scene.ask(async ({ db }) => {
    const letter = await db
      .selectFrom('casework.letter')
      .select('id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const consent = await db
      .selectFrom('verification.consent')
      .select('id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    return { letter: letter.id, consent: consent.id }
  })
}

test('the table was walked through whole', () => {
  expect(cells).toBe(addresses.length * (seats.length + 4))
})

import { testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { modules } from '#modules'
import { systemCaller } from '#platform/database/work.ts'
import { createAuthenticate } from './authenticate.ts'
import { browserAt, freshAddress, hire, signIn } from './colleague.fixture.ts'
import { rolesTable } from './roles.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

async function callerOf(cookie: string | undefined, permission: string, method: 'get' | 'post' = 'get') {
  const { crypto, files } = await house.inWork(systemCaller, async work => work)
  const deps = { kysely: house.database.kysely, clock: house.clock, crypto, files, enqueue: async () => {} }
  return createAuthenticate(deps, true)(cookie?.split('=')[1] ?? null, { permission, stepUp: false, method })
}

test('SR-14 a caller’s scope holds only the areas of the roles that carry the permission', async () => {
  const [one, other] = county.towns.map(town => town.code) as [string, string]
  const roles = [
    { role: 'town-approver', division: one },
    { role: 'town-assistant', division: other },
  ]
  const client = await signIn(house, await hire(house, county, { roles }))
  const deciding = await callerOf(client.cookie, 'casework.decide')
  expect(deciding).toMatchObject({ role: 'town-approver', division: one })
  expect(deciding.scope).toMatchObject({ areas: [one.slice(0, 9)], adminAreas: [], auditAreas: [], households: [] })
  expect([...(await callerOf(client.cookie, 'casework.read')).scope.areas].sort()).toEqual([
    one.slice(0, 9),
    other.slice(0, 9),
  ])
  await expect(callerOf(client.cookie, 'payments.release')).rejects.toThrow('access.forbidden')
})

test('SR-17 administrators see accounts or the journal, and no case', async () => {
  for (const [role, permission, setting] of [
    ['system-admin', 'places.edit', 'adminAreas'],
    ['security-admin', 'identity.read', 'adminAreas'],
    ['audit-admin', 'journal.verify', 'auditAreas'],
  ] as const) {
    const client = await signIn(house, await hire(house, county, { roles: [{ role, division: county.code }] }))
    const { scope } = await callerOf(client.cookie, permission)
    expect([role, scope.areas, scope[setting]]).toEqual([role, [], [county.code.slice(0, 6)]])
    await expect(callerOf(client.cookie, 'casework.read')).rejects.toThrow('access.forbidden')
    await expect(callerOf(client.cookie, 'registry.search')).rejects.toThrow('access.forbidden')
  }
})

test('a session is not looked at where nobody has to sign in; reading runs as the public’s database role', async () => {
  const reading = await callerOf(undefined, 'public')
  expect(reading).toMatchObject({ kind: 'public', accountId: null, scope: { role: 'doudi_public', areas: [] } })
  expect((await callerOf(undefined, 'public', 'post')).scope).toMatchObject({
    role: 'doudi_app',
    areas: [],
    adminAreas: [],
  })
})

test('nobody signed in is told to sign in, whatever the address', async () => {
  const client = browserAt(house, freshAddress())
  const answers = [await client.get('/me'), await client.get('/accounts'), await client.delete('/session')]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [401, 'access.sign-in'],
    [401, 'access.sign-in'],
    [401, 'access.sign-in'],
  ])
})

test('SR-15 every address names a permission that some role carries, or is open to all on purpose', () => {
  const known = new Set(Object.values(rolesTable).flatMap(role => role.permissions))
  const special = ['public', 'signed-in', 'demo']
  const unknown = modules
    .flatMap(module => module.routes)
    .filter(({ permission }) => !known.has(permission) && !special.includes(permission))
  expect(unknown.map(({ method, path, permission }) => `${method} ${path}: ${permission}`)).toEqual([])
})

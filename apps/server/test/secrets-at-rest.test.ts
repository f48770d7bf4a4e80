/**
 * Class-A values (identity numbers, telephones, addresses, accounts) after a family has gone the whole way (SR-26, SR-28,
 * SR-40): nowhere in the database in clear, not in the line, the jobs or the log; bound to their row; masked in answers.
 */
import { type ChainedCase, type County, family as newFamily, type TestHouse, testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { personInClear } from '#modules/registry/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { silentLog } from '#platform/log.ts'

const ADDRESS = '幸福路 88 号 7 单元 601 室'
let house: TestHouse
let county: County
let family: ChainedCase
let secrets: string[]

beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
  const overrides = { residence: { registeredSame: true, address: ADDRESS } }
  family = await county.caseAt('publicised', { overrides })
  const objector = '13655557777'
  await house.public.ok.post(`/public/notices/${family.noticeId}/objections`, {
    ...{ anonymous: false, name: '邻居甲', phone: objector, content: '他家有车' },
  })
  const assistant = county.as('town-assistant')
  const { items } = await assistant.ok.get('/objections')
  await assistant.ok.post(`/objections/${items[0].id}/answer`, { answer: '已核实，不属实', finding: 'unfounded' })
  await family.goOn('decided')
  await everyLook()
  await pay()
  const { application } = family
  secrets = [
    ...application.members.map(({ identityNumber }) => identityNumber),
    ...[application.applicant.phone, application.bankAccount.number, ADDRESS, objector],
  ]
})

/** Whoever may look, looks: each look is written down, and what was seen is not. */
async function everyLook(): Promise<void> {
  const approver = county.as('town-approver')
  for (const field of ['identityNumber', 'phone', 'address', 'account'])
    await approver.ok.post(`/persons/${family.persons[0]}/reveal`, { field, purpose: '核对身份' })
  await county.as('coordinator').ok.get('/field-pack')
  await county.as('town-assistant').get(`/households?q=${family.application.applicant.identityNumber}`)
  await county.as('town-assistant').get(`/households?q=${family.application.applicant.phone.slice(-4)}`)
}

async function pay(): Promise<void> {
  house.clock.moveTo('2026-04-06T01:00:00.000Z')
  const [maker, releaser] = [county.as('county-finance'), county.as('county-finance', { nth: 1 })]
  const budget = await maker.ok.post('/budgets', {
    ...{ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 10_000_000 },
  })
  const { id, number } = await maker.ok.post('/batches', { programme: 'dibao', month: '2026-04', budgetId: budget.id })
  await releaser.ok.post(`/batches/${id}/release`)
  await releaser.ok.post(`/batches/${id}/send`)
  await releaser.ok.get(`/batches/${id}/bank-file`)
  const { number: account } = family.application.bankAccount
  await maker.ok.post(`/batches/${id}/return-file`, undefined, {
    raw: { bytes: `H|${number}\nR|1|F|E03 账户${account}已销户\n`, mediaType: 'text/plain' },
  })
  await house.jobs.drain()
}

const inOffice = <T>(act: (work: Work) => Promise<T>) => house.inWork(systemCaller, act)

/** Every table of every schema, row by row as text; bytes read as text too. */
async function everything(): Promise<{ table: string; text: string }[]> {
  const { kysely } = house.database
  const { rows: tables } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`.execute(
    kysely,
  )
  const dump: { table: string; text: string }[] = []
  for (const { name } of tables.filter(one => one.name !== 'policies.edition')) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(kysely)
    dump.push(...rows.map(({ text }) => ({ table: name, text })))
  }
  return dump
}

/** How a value would look in a column of bytes that somebody forgot to seal. */
const asBytes = (text: string) => Buffer.from(text).toString('hex')

describe('in the database', () => {
  test('no table has a value in clear, neither as text nor as bytes', async () => {
    const dump = await everything()
    expect(new Set(dump.map(({ table }) => table)).size).toBeGreaterThan(25)
    const found = secrets.flatMap(secret =>
      dump
        .filter(({ text }) => text.includes(secret) || text.includes(asBytes(secret)))
        .map(({ table }) => `${table}: ${secret.slice(0, 3)}…`),
    )
    expect(found).toEqual([])
  })

  test('the search is not blind: it finds a name, which may stand there', async () => {
    const { name } = family.application.applicant
    expect((await everything()).filter(({ text }) => text.includes(name)).length).toBeGreaterThan(0)
  })

  test('two families with one number do not share its ciphertext, and a sealed value has no pattern', async () => {
    const rows = await inOffice(({ db }) =>
      db
        .selectFrom('registry.person')
        .select('identity_sealed')
        .where('household_id', '=', family.householdId)
        .execute(),
    )
    expect(new Set(rows.map(row => Buffer.from(row.identity_sealed ?? []).toString('hex'))).size).toBe(rows.length)
  })
})

describe('a sealed value', () => {
  /** Changes a row, looks, and puts everything back. */
  const spoilt = (spoil: (work: Work, one: string, other: string) => Promise<unknown>) =>
    inOffice(async work => {
      const [one = '', other = ''] = family.persons
      await spoil(work, one, other)
      const outcome = await personInClear(work, one).then(
        person => `opened: ${String(person.identityNumber)}`,
        () => 'does not open',
      )
      throw Object.assign(new Error('rolled back on purpose'), { outcome })
    }).catch(error => error.outcome as string)

  test('does not open in another row', async () => {
    const outcome = await spoilt((work, one, other) =>
      sql`update registry.person set identity_index = null, identity_sealed =
        (select identity_sealed from registry.person where id = ${other}) where id = ${one}`.execute(work.db),
    )
    expect(outcome).toBe('does not open')
  })

  test('does not open in another column', async () => {
    const outcome = await spoilt((work, one) =>
      sql`update registry.person set identity_sealed = phone_sealed where id = ${one}`.execute(work.db),
    )
    expect(outcome).toBe('does not open')
  })

  test('does not open when any byte was changed', async () => {
    for (const at of [0, 1, 5, 20, 31]) {
      const outcome = await spoilt((work, one) =>
        sql`update registry.person set identity_sealed = set_byte(identity_sealed, ${at}, (get_byte(identity_sealed, ${at}) + 1) % 256)
          where id = ${one}`.execute(work.db),
      )
      expect([at, outcome]).toEqual([at, 'does not open'])
    }
  })
})

describe('in answers', () => {
  const pages = (): [role: string, path: string][] => [
    ...['/households', '/cases', '/visits', '/notices', '/objections', '/awards', '/field-pack', '/submissions'].map(
      (path): [string, string] => ['town-assistant', path],
    ),
    ...['', '/facts', '/visits', '/letters', '/consents', '/verification', '/assessments', '/receipt'].map(
      (part): [string, string] => ['town-assistant', `/cases/${family.caseId}${part}`],
    ),
    ['town-assistant', `/households/${family.householdId}`],
    ['town-assistant', `/households/${family.householdId}/line`],
    ['auditor', '/journal?limit=200'],
    ['auditor', '/cases/export'],
    ['auditor', '/batches'],
    ['audit-admin', '/journal?limit=200'],
    ['security-admin', '/accounts'],
  ]

  test('nobody is shown a full value without asking for it by name', async () => {
    const found: string[] = []
    for (const [role, path] of pages()) {
      const who = county.as(role)
      const answer =
        role === 'town-assistant' && path === '/awards' ? await county.as('auditor').get(path) : await who.get(path)
      expect([path, answer.status]).toEqual([path, 200])
      for (const secret of secrets) if (answer.text.includes(secret)) found.push(`${path}: ${secret.slice(0, 3)}…`)
    }
    expect(found).toEqual([])
  })

  test('only the look itself and the bank’s file have it, and both stand on the line', async () => {
    const { items } = await county.as('auditor').ok.get('/journal?limit=200')
    const acts = items.map(({ act }: { act: string }) => act)
    expect(acts.filter((act: string) => act === 'person.revealed')).toHaveLength(4)
    expect(acts).toContain('batch.file-fetched')
  })
})

/** Everything the log is handed, whole: errors with all the fields a driver puts on them. */
function listen(): { heard: string[]; stop(): void } {
  const heard: string[] = []
  const whole = (_: string, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Error) return { ...value, message: value.message, stack: value.stack }
    return value
  }
  const note = (...parts: unknown[]) => void heard.push(JSON.stringify(parts, whole))
  const before = { ...silentLog }
  Object.assign(silentLog, { info: note, warn: note, error: note, debug: note })
  return { heard, stop: () => void Object.assign(silentLog, before) }
}

test('the log of a request that fails inside has none of them, whatever the driver says', async () => {
  const given = newFamily({ village: family.division })
  const values = [
    ...given.members.map(({ identityNumber }) => identityNumber),
    given.applicant.phone,
    given.bankAccount.number,
  ]
  const { heard, stop } = listen()
  await house.database.exec('alter table registry.person add constraint nobody_enters check (false) not valid')
  const answer = await county.as('town-assistant').post('/applications', { application: given, channel: 'window' })
  await house.database.exec('alter table registry.person drop constraint nobody_enters')
  stop()
  expect([answer.status, answer.body.code, answer.body.details]).toEqual([500, 'internal', {}])
  expect(heard.join()).toContain('nobody_enters')
  expect(values.filter(value => heard.join('\n').includes(value) || heard.join('\n').includes(asBytes(value)))).toEqual(
    [],
  )
})

/** Whoever holds the database can change it. Whatever they change in the line is found. */
import { testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { hashOf } from './entry.ts'
import { entriesOf } from './journal.sql.ts'
import { record } from './record.ts'
import type { Verdict } from './verify-chain.ts'
import { verifyCounty } from './verify-county.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

const LENGTH = 24

let counties = 970_000

/** A county of its own with a line of 24 acts, sealed at its end. */
async function countyWithLine() {
  const house = await testHouse()
  const county = String(++counties)
  await house.inWork(systemCaller, async work => {
    const household = work.newId()
    const about = { division: `${county}901201`, householdId: household, caseId: household }
    for (let i = 0; i < LENGTH; i++) {
      record(work, { act: 'facts.recorded', ...about, body: { i, text: `第${i}条` }, reason: '示例' })
    }
  })
  await house.inWork(systemCaller, work => writeCheckpoint(work, county))
  return { house, county }
}

class Undo extends Error {
  readonly verdict: Verdict
  constructor(verdict: Verdict) {
    super('undo')
    this.verdict = verdict
  }
}

/** Lets somebody with every right on the database change it, verifies, and puts everything back. */
async function afterTampering(county: string, tamper: (work: Work) => Promise<unknown>): Promise<Verdict> {
  const house = await testHouse()
  const outcome = await house
    .inWork(systemCaller, async work => {
      await sql`reset role`.execute(work.db)
      await tamper(work)
      throw new Undo(await verifyCounty(work, county))
    })
    .catch(error => error)
  if (outcome instanceof Undo) return outcome.verdict
  throw outcome
}

/** A small generator with a seed, so that a failure can be looked at again. */
function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    upTo: (n: number) => Math.floor(next() * n),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
  }
}

type Dice = ReturnType<typeof dice>
type Tamper = (work: Work, county: string, roll: Dice) => Promise<unknown>

const uuid = (roll: Dice) => `0190${String(roll.upTo(9999)).padStart(4, '0')}-0000-7000-8000-000000000000`

/** Every column, changed to something else. */
const columns: Readonly<Record<string, (roll: Dice) => unknown>> = {
  id: uuid,
  division: roll => sql`left(division, 6) || ${`90${roll.upTo(9)}999`}`,
  household_id: roll => roll.pick([uuid(roll), null]),
  case_id: roll => roll.pick([uuid(roll), null]),
  act: roll => roll.pick(['case.approved', 'case.refused', 'facts.recorded ']),
  account_id: uuid,
  actor_name: roll => roll.pick(['', '张三', 'System']),
  role: roll => roll.pick(['resident', 'auditor']),
  actor_division: roll => `37010200${1000 + roll.upTo(8999)}`,
  at: roll => sql`at + make_interval(secs => ${0.001 * (1 + roll.upTo(100_000))})`,
  recorded_at: roll => sql`recorded_at - make_interval(secs => ${0.001 * (1 + roll.upTo(100_000))})`,
  reason: roll => roll.pick([null, '', '示例 ']),
  request_id: roll => `request-${roll.upTo(1000)}`,
  body: roll =>
    roll.pick([
      sql`body || '{"i": 99}'::jsonb`,
      sql`body - 'text'`,
      sql`'{}'::jsonb`,
      sql`body || '{"more": null}'::jsonb`,
      sql`jsonb_set(body, '{i}', to_jsonb(body->>'i'))`,
    ]),
  previous_hash: roll => String(roll.upTo(9)).repeat(64),
  hash: roll => String(roll.upTo(9)).repeat(64),
}

const edit: Tamper = (work, county, roll) => {
  const column = roll.pick(Object.keys(columns))
  const changed = columns[column]?.(roll)
  return sql`update journal.entry set ${sql.ref(column)} = ${changed} where county = ${county} and seq = ${1 + roll.upTo(LENGTH)}`.execute(
    work.db,
  )
}

const remove: Tamper = (work, county, roll) =>
  sql`delete from journal.entry where county = ${county} and seq = ${1 + roll.upTo(LENGTH)}`.execute(work.db)

/** Takes one out and closes the gap, so that the numbers look right. */
const removeAndClose: Tamper = async (work, county, roll) => {
  const seq = 1 + roll.upTo(LENGTH)
  await sql`delete from journal.entry where county = ${county} and seq = ${seq}`.execute(work.db)
  await sql`update journal.entry set seq = -seq where county = ${county} and seq > ${seq}`.execute(work.db)
  await sql`update journal.entry set seq = -seq - 1 where county = ${county} and seq < 0`.execute(work.db)
  await sql`update journal.chain set seq = seq - 1 where county = ${county}`.execute(work.db)
}

const swap: Tamper = async (work, county, roll) => {
  const first = 1 + roll.upTo(LENGTH - 1)
  const second = first + 1 + roll.upTo(LENGTH - first)
  await sql`update journal.entry set seq = -1 where county = ${county} and seq = ${first}`.execute(work.db)
  await sql`update journal.entry set seq = ${first} where county = ${county} and seq = ${second}`.execute(work.db)
  await sql`update journal.entry set seq = ${second} where county = ${county} and seq = -1`.execute(work.db)
}

/** Puts a forged entry in, numbers and hashes of itself right, and pushes the rest down. */
const insert: Tamper = async (work, county, roll) => {
  const place = 1 + roll.upTo(LENGTH)
  const all = await Array.fromAsync(entriesOf(work, county))
  const before = all[place - 2]
  const copied = all[place - 1]
  if (!copied) throw new Error('no entry to copy')
  await sql`update journal.entry set seq = -seq where county = ${county} and seq >= ${place}`.execute(work.db)
  await sql`update journal.entry set seq = -seq + 1 where county = ${county} and seq < 0`.execute(work.db)
  const forged = {
    ...copied,
    id: uuid(roll),
    act: 'case.approved',
    seq: BigInt(place),
    previous_hash: before?.hash ?? '0'.repeat(64),
  }
  const row = { ...forged, body: '{}', hash: hashOf({ ...forged, body: {} }, work.crypto.digest) }
  await work.db.insertInto('journal.entry').values(row).execute()
  await sql`update journal.chain set seq = seq + 1 where county = ${county}`.execute(work.db)
}

const cutTail: Tamper = (work, county, roll) =>
  sql`delete from journal.entry where county = ${county} and seq > ${roll.upTo(LENGTH)}`.execute(work.db)

/** Cuts the end off and moves the recorded end back to match; only the checkpoint knows better. */
const cutTailAndHead: Tamper = async (work, county, roll) => {
  const seq = 1 + roll.upTo(LENGTH - 1)
  await sql`delete from journal.entry where county = ${county} and seq > ${seq}`.execute(work.db)
  await sql`update journal.chain c set seq = e.seq, hash = e.hash from journal.entry e
    where c.county = ${county} and e.county = c.county and e.seq = ${seq}`.execute(work.db)
}

/** Rewrites everything from one entry on with right links and hashes; only the checkpoint knows better. */
const rewrite: Tamper = async (work, county, roll) => {
  const all = await Array.fromAsync(entriesOf(work, county))
  const from = roll.upTo(LENGTH)
  let hash = all[from]?.previous_hash ?? ''
  for (const entry of all.slice(from)) {
    const changed = { ...entry, actor_name: '别人', previous_hash: hash }
    hash = hashOf(changed, work.crypto.digest)
    await sql`update journal.entry set actor_name = '别人', previous_hash = ${changed.previous_hash}, hash = ${hash}
      where county = ${county} and seq = ${entry.seq}`.execute(work.db)
  }
  await sql`update journal.chain set hash = ${hash} where county = ${county}`.execute(work.db)
}

const dropHead: Tamper = (work, county) => sql`delete from journal.chain where county = ${county}`.execute(work.db)

const moveHead: Tamper = (work, county, roll) =>
  sql`update journal.chain set seq = seq + ${roll.pick([-1, 1, 5])} where county = ${county}`.execute(work.db)

const forgeCheckpoint: Tamper = (work, county, roll) =>
  sql`update journal.checkpoint set ${sql.ref(roll.pick(['hash', 'mac']))} = ${'f'.repeat(64)} where county = ${county}`.execute(
    work.db,
  )

const tampers: Readonly<Record<string, Tamper>> = {
  ...{
    edit,
    remove,
    removeAndClose,
    swap,
    insert,
    cutTail,
    cutTailAndHead,
    rewrite,
    dropHead,
    moveHead,
    forgeCheckpoint,
  },
}
const TRIES = 240

describe('a line that somebody changed', () => {
  test(`is found, ${TRIES} times out of ${TRIES}`, async () => {
    const { county } = await countyWithLine()
    const missed: string[] = []
    for (let i = 0; i < TRIES; i++) {
      const roll = dice(i + 1)
      // Every way in turn, and edits most often: they have the most columns.
      const name = i % 2 === 0 ? 'edit' : (Object.keys(tampers)[((i - 1) / 2) % Object.keys(tampers).length] ?? 'edit')
      const verdict = await afterTampering(county, work => tampers[name]?.(work, county, roll) ?? Promise.resolve())
      if (verdict.ok || !verdict.brokenAt) missed.push(`${name} #${i}`)
    }
    expect(missed).toEqual([])
  })

  test.each(Object.keys(columns))('is found when only %s was edited', async column => {
    const { county } = await countyWithLine()
    const verdict = await afterTampering(county, work =>
      sql`update journal.entry set ${sql.ref(column)} = ${columns[column]?.(dice(7))} where county = ${county} and seq = 9`.execute(
        work.db,
      ),
    )
    expect(verdict).toMatchObject({ ok: false, brokenAt: { seq: 9n } })
  })

  test('is whole when nobody touched it', async () => {
    const { county } = await countyWithLine()
    expect(await afterTampering(county, async () => {})).toEqual({ county, ok: true, entries: BigInt(LENGTH) })
  })

  test('is found by a copy of the checkpoints kept elsewhere when its own were taken away too', async () => {
    const { house, county } = await countyWithLine()
    const copies = await house.inWork(systemCaller, async work => {
      const kept = await writeCheckpoint(work, county)
      return kept ? [kept] : []
    })
    const outcome = await house
      .inWork(systemCaller, async work => {
        await sql`reset role`.execute(work.db)
        await cutTailAndHead(work, county, dice(3))
        await sql`delete from journal.checkpoint where county = ${county}`.execute(work.db)
        const [alone, withCopies] = [await verifyCounty(work, county), await verifyCounty(work, county, copies)]
        expect(alone.ok).toBe(true)
        throw new Undo(withCopies)
      })
      .catch(error => error)
    expect(outcome.verdict).toMatchObject({ ok: false, brokenAt: { why: 'cut-off' } })
  })
})

describe('the server itself', () => {
  test.each([
    ['change an entry', sql`update journal.entry set reason = 'x'`],
    ['delete an entry', sql`delete from journal.entry`],
    ['empty the journal', sql`truncate journal.entry`],
    ['change a checkpoint', sql`update journal.checkpoint set mac = 'x'`],
    ['delete a checkpoint', sql`delete from journal.checkpoint`],
    ['delete the end of a chain', sql`delete from journal.chain`],
    ['switch off the row scope', sql`alter table journal.entry disable row level security`],
  ])('has no right to %s', async (_, statement) => {
    const house = await testHouse()
    await expect(house.inWork(systemCaller, work => statement.execute(work.db))).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })
})

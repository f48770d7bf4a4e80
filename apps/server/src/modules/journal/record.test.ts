import { testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { noScope, systemCaller, type Work } from '#platform/database/work.ts'
import { caseEntries } from './case-entries.ts'
import { checkpointsOf, entriesOf } from './journal.sql.ts'
import { lineOf } from './line-of.ts'
import { record } from './record.ts'
import { summariesEn } from './summaries.en.ts'
import { summaryOf } from './summaries.ts'
import { summariesZh } from './summaries.zh-CN.ts'
import { verifyCounty } from './verify-county.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

let counties = 980_000

/** A county nobody else writes in. */
async function place() {
  const house = await testHouse()
  const code = String(++counties)
  const act = <T>(use: (work: Work) => Promise<T>) => house.inWork(systemCaller, use)
  const allEntries = () => act(work => Array.fromAsync(entriesOf(work, code)))
  return { house, code, village: `${code}901201`, act, allEntries }
}

describe('writing the line', () => {
  test('an act and its entry are written together', async () => {
    const { act, village, allEntries } = await place()
    await act(async work =>
      record(work, { act: 'facts.recorded', division: village, body: { fields: ['wage'] }, reason: '入户时说的' }),
    )
    const [entry, ...more] = await allEntries()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      seq: 1n,
      act: 'facts.recorded',
      division: village,
      body: { fields: ['wage'] },
      reason: '入户时说的',
      role: 'system',
    })
  })

  test('an act that fails leaves no entry and no gap', async () => {
    const { act, village, allEntries } = await place()
    const failing = act(async work => {
      record(work, { act: 'facts.recorded', division: village, body: {} })
      throw new Error('the use case failed')
    })
    await expect(failing).rejects.toThrow('the use case failed')
    await act(async work => record(work, { act: 'facts.recorded', division: village, body: {} }))
    expect((await allEntries()).map(entry => entry.seq)).toEqual([1n])
  })

  test('what the use case does to its objects afterwards is not what was recorded', async () => {
    const { act, village, allEntries } = await place()
    await act(async work => {
      const body = { amountFen: 100 }
      record(work, { act: 'facts.recorded', division: village, body })
      body.amountFen = 999
    })
    expect((await allEntries())[0]?.body).toEqual({ amountFen: 100 })
  })

  test('an entry noted while the unit of work is ending is written too', async () => {
    const { act, village, allEntries } = await place()
    await act(async work => {
      record(work, { act: 'facts.recorded', division: village, body: { n: 1 } })
      work.beforeCommit(async () => {
        record(work, { act: 'facts.recorded', division: village, body: { n: 2 } })
      })
    })
    expect((await allEntries()).map(entry => entry.body)).toEqual([{ n: 1 }, { n: 2 }])
  })

  test('thirty people writing at once keep one chain', async () => {
    const { act, code, village, allEntries } = await place()
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        act(async work => {
          record(work, { act: 'facts.recorded', division: village, body: { n } })
          record(work, { act: 'document.added', division: village, body: { n } })
        }),
      ),
    )
    const entries = await allEntries()
    expect(entries.map(entry => entry.seq)).toEqual(Array.from({ length: 60 }, (_, i) => BigInt(i + 1)))
    expect(await act(work => verifyCounty(work, code))).toMatchObject({ ok: true, entries: 60n })
  })

  test('each county has a chain of its own, and acts of no county have another', async () => {
    const [here, there] = [await place(), await place()]
    await here.act(async work => {
      record(work, { act: 'facts.recorded', division: here.village, body: {} })
      record(work, { act: 'facts.recorded', division: there.village, body: {} })
      record(work, { act: 'policies.loaded', body: {} })
    })
    expect((await here.allEntries()).map(entry => entry.seq)).toEqual([1n])
    expect((await there.allEntries()).map(entry => entry.seq)).toEqual([1n])
    expect(await here.act(work => verifyCounty(work, '000000'))).toMatchObject({ ok: true })
  })

  test('somebody who is not signed in may leave an entry and read none', async () => {
    const { house, village, allEntries } = await place()
    const passerBy = { ...systemCaller, kind: 'public' as const, scope: noScope }
    await house.inWork(passerBy, async work => record(work, { act: 'notice.objected', division: village, body: {} }))
    expect(await allEntries()).toHaveLength(1)
    const seen = await house.inWork(passerBy, work => sql`select * from journal.entry`.execute(work.db))
    expect(seen.rows).toEqual([])
  })
})

describe('reading the line', () => {
  test('a household’s line goes page by page from its beginning', async () => {
    const { act, code, village } = await place()
    const household = { county: code, householdId: await act(async work => work.newId()) }
    await act(async work => {
      for (let n = 0; n < 5; n++)
        record(work, { act: 'facts.recorded', division: village, householdId: household.householdId, body: { n } })
      record(work, { act: 'facts.recorded', division: village, householdId: work.newId(), body: { other: true } })
    })
    const first = await act(work => lineOf(work, household, undefined, 3))
    const second = await act(work => lineOf(work, household, BigInt(first.next ?? 0), 3))
    expect([...first.items, ...second.items].map(item => item.seq)).toEqual([1, 2, 3, 4, 5])
    expect(second.next).toBeNull()
    expect(first.items[0]?.summary).toEqual({ zh: '记录了家庭情况', en: 'Facts about the household recorded' })
  })

  test('a case’s entries come in order with what happened in them', async () => {
    const { act, village } = await place()
    const caseId = await act(async work => work.newId())
    await act(async work => {
      record(work, { act: 'case.submitted', division: village, caseId, body: { channel: 'window' } })
      record(work, { act: 'case.accepted', division: village, caseId, body: {} })
    })
    const entries = await act(work => caseEntries(work, { division: village, caseId }))
    expect(entries.map(entry => entry.act)).toEqual(['case.submitted', 'case.accepted'])
    expect(entries[0]?.body).toEqual({ channel: 'window' })
  })

  test('every act has a name in both languages, and an act of a later release keeps its own', () => {
    expect(Object.keys(summariesEn)).toEqual(Object.keys(summariesZh))
    expect(summaryOf('case.teleported')).toEqual({ zh: 'case.teleported', en: 'case.teleported' })
    expect(summaryOf('toString').zh).toBe('toString')
  })
})

describe('checkpoints', () => {
  test('one is written whenever the line passes a thousand entries', async () => {
    const { act, code, village } = await place()
    const write = (count: number) =>
      act(async work => {
        for (let n = 0; n < count; n++) record(work, { act: 'facts.recorded', division: village, body: { n } })
      })
    await write(999)
    expect(await act(work => checkpointsOf(work, code))).toEqual([])
    await write(5)
    expect(await act(work => checkpointsOf(work, code))).toMatchObject([{ seq: 1004n }])
    expect(await act(work => verifyCounty(work, code))).toMatchObject({ ok: true, entries: 1004n })
  })

  test('asking twice without a new entry gives the same one; an empty line has none', async () => {
    const { act, code, village } = await place()
    expect(await act(work => writeCheckpoint(work, code))).toBeNull()
    await act(async work => record(work, { act: 'facts.recorded', division: village, body: {} }))
    const first = await act(work => writeCheckpoint(work, code))
    expect(await act(work => writeCheckpoint(work, code))).toEqual(first)
  })

  test('one that contradicts an earlier one is refused: the database was put back to yesterday', async () => {
    const { house, act, code, village } = await place()
    const write = () => act(async work => record(work, { act: 'facts.recorded', division: village, body: {} }))
    await write()
    await write()
    await act(work => writeCheckpoint(work, code))
    await house.database.exec(`
      delete from journal.entry where county = '${code}' and seq = 2;
      update journal.chain c set seq = 1, hash = e.hash from journal.entry e where c.county = '${code}' and e.county = c.county;`)
    await expect(act(work => writeCheckpoint(work, code))).rejects.toMatchObject({
      code: 'journal.checkpoint-contradicted',
    })
    await write()
    await expect(act(work => writeCheckpoint(work, code))).rejects.toMatchObject({
      code: 'journal.checkpoint-contradicted',
    })
  })
})

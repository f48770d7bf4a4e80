/** An old decision is worked out again from its own text, whatever the folder says today. */
import type { Situation } from '@doudi/policy'
import { testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#modules/journal/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { ports } from '#platform/ports.ts'
import { currentEdition, editionInUse, refuseBrokenPacks } from './current-edition.ts'
import { editionHash, problemLines, readEdition } from './edition.ts'
import { insertEdition } from './policies.sql.ts'
import { documentsFor, evaluateEdition, evaluateFor, formFor, procedureFor } from './programme.ts'

const SAMPLE = 'demo/jinan/parameters/sample.yaml'
const TEKUN = 'demo/jinan/parameters/tekun.yaml'
const on = { pack: 'demo-jinan', programme: 'dibao', date: '2026-03-02' }
const situation: Situation = {
  members: [
    { birthDate: '1975-01-01', registration: 'rural', filialSubsidy: 50, povertyPostWage: 300, povertyDividend: 100 },
  ],
}

async function office() {
  const house = await testHouse()
  return <T>(use: (work: Work) => Promise<T>) => house.inWork(systemCaller, use)
}

/** The folder as it was, with another rural standard, and a tekun amount that stays half as much again above it. */
function otherFiles(standard: string): Record<string, string> {
  const files = Object.fromEntries(ports().policyFiles())
  const changed = (file: string, from: string, to: string) => (files[file] ?? '').replace(`"${from}"`, `"${to}"`)
  return { ...files, [SAMPLE]: changed(SAMPLE, '650', standard), [TEKUN]: changed(TEKUN, '975', '1200') }
}

describe('two editions side by side', () => {
  test('each gives its own answer, again and again to the same bytes', async () => {
    const inOffice = await office()
    const now = await inOffice(work => evaluateFor(work, { ...on, situation }))
    const older = await inOffice(async work => {
      const edition = readEdition(otherFiles('600'), work.crypto.digest)
      await insertEdition(work, edition)
      return edition.hash
    })
    expect(older).not.toBe(now.edition)
    const then = await inOffice(work => evaluateEdition(work, older, { ...on, situation }))
    const again = await inOffice(work => evaluateEdition(work, now.edition, { ...on, situation }))
    expect(now.evaluation.decision.amountFenPerMonth).toBe(20_000)
    expect(then.decision.amountFenPerMonth).toBe(15_000)
    expect(canonicalJson(again)).toBe(canonicalJson(now.evaluation))
  })

  test('an edition is kept when a decision first rests on it, once', async () => {
    const inOffice = await office()
    const [first, second] = await Promise.all([inOffice(currentEdition), inOffice(currentEdition)])
    expect(first.hash).toBe(second.hash)
    const rows = await inOffice(work =>
      work.db.selectFrom('policies.edition').select('hash').where('hash', '=', first.hash).execute(),
    )
    expect(rows).toHaveLength(1)
  })

  test('the answer after a restart comes from the stored files, not from the folder', async () => {
    const inOffice = await office()
    const hashes = await inOffice(async work => {
      const editions = ['610', '620', '630', '640', '645'].map(standard =>
        readEdition(otherFiles(standard), work.crypto.digest),
      )
      for (const edition of editions) await insertEdition(work, edition)
      return editions.map(edition => edition.hash)
    })
    const amounts = []
    // The first is asked for again when later ones have pushed it out of memory.
    for (const hash of [...hashes, hashes[0] ?? '']) {
      const { decision } = await inOffice(work => evaluateEdition(work, hash, { ...on, situation }))
      amounts.push(decision.amountFenPerMonth)
    }
    expect(amounts).toEqual([16_000, 17_000, 18_000, 19_000, 19_500, 16_000])
  })
})

describe('an edition that cannot be trusted', () => {
  test('is refused when it was never used here', async () => {
    const inOffice = await office()
    await expect(inOffice(work => evaluateEdition(work, 'f'.repeat(64), { ...on, situation }))).rejects.toMatchObject({
      code: 'policies.edition-unknown',
    })
  })

  test('is refused when somebody changed its stored text', async () => {
    const inOffice = await office()
    const hash = await inOffice(async work => {
      const files = otherFiles('577')
      const name = editionHash(files, work.crypto.digest)
      await insertEdition(work, { ...readEdition(otherFiles('578'), work.crypto.digest), hash: name })
      return name
    })
    await expect(inOffice(work => evaluateEdition(work, hash, { ...on, situation }))).rejects.toMatchObject({
      code: 'policies.edition-altered',
    })
  })

  test('the server may add an edition and neither change nor delete one', async () => {
    const inOffice = await office()
    await expect(inOffice(work => work.db.deleteFrom('policies.edition').execute())).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      inOffice(work => work.db.updateTable('policies.edition').set({ files: '{}' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('broken packs', () => {
  test('are named with file, line and column, and only what rests on them is refused', async () => {
    const inOffice = await office()
    await inOffice(async work => {
      const edition = readEdition(
        { ...otherFiles('650'), [SAMPLE]: 'values:\n  - name: 没有这个数\n' },
        work.crypto.digest,
      )
      const errors = edition.problems.filter(problem => problem.severity === 'error')
      expect(problemLines(errors)[0]).toMatch(/^demo\/jinan\/parameters\/sample\.yaml:\d+:\d+ ./)
      expect([edition.packs.broken.has('demo-jinan'), edition.packs.broken.has('demo-changzhou')]).toEqual([
        true,
        false,
      ])
    })
  })

  test('the folder of this house has none', async () => {
    const inOffice = await office()
    await inOffice(refuseBrokenPacks)
    expect((await inOffice(editionInUse)).hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a programme on a day', () => {
  test('says how it is decided, what it asks and which papers it wants', async () => {
    const inOffice = await office()
    const procedure = await inOffice(work => procedureFor(work, on.pack, on.programme, on.date))
    expect(procedure.stages.map(stage => stage.id)).toContain('decision')
    expect((await inOffice(work => formFor(work, on.pack, on.programme, on.date))).fields.length).toBeGreaterThan(10)
    expect(
      (await inOffice(work => documentsFor(work, on.pack, on.programme, on.date))).required.length,
    ).toBeGreaterThan(0)
  })

  test('an unknown pack or programme is refused with its code', async () => {
    const inOffice = await office()
    await expect(inOffice(work => procedureFor(work, 'atlantis', 'dibao', on.date))).rejects.toMatchObject({
      code: 'policy.pack-unknown',
    })
    await expect(inOffice(work => procedureFor(work, on.pack, 'wealth', on.date))).rejects.toMatchObject({
      code: 'policy.programme-unknown',
    })
    await expect(inOffice(work => procedureFor(work, on.pack, 'dibao', '2019-06-01'))).rejects.toMatchObject({
      code: 'policies.no-procedure',
    })
  })
})

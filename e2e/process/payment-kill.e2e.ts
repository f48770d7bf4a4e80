/** The power goes in the middle of a payment run, at each place where it could hurt (SR-60). */

import type { Failpoint } from '@doudi/server/modules/payments/failpoints.ts'
import { expect, test } from 'vitest'
import { type Counter, paidCounty, payTheMonth, pictureOf } from './paying.ts'

const places: readonly Failpoint[] = [
  'before-reservation',
  'after-reservation',
  'after-lines',
  'file-written',
  'before-status',
  'after-status',
  'mid-return',
  'after-ledger',
]

/** Copies of the county that are killed at the same time; each is a database of its own. */
const SIDE_BY_SIDE = 2

test('killed at any place and asked again with the same keys, a month ends as if nothing had happened', {
  timeout: 300_000,
}, async () => {
  const county = await paidCounty()
  const undisturbed = await county.copy('undisturbed')
  const quiet = await undisturbed.serve()
  await payTheMonth(quiet, county.seeded)
  const expected = await pictureOf(county, undisturbed, quiet)
  quiet.child.kill('SIGKILL')
  expect(expected).toMatchObject({
    batches: [
      { status: 'closed', lineCount: 3, totalFen: 253_850, lines: { settled: { count: 2 }, returned: { count: 1 } } },
    ],
    balance: { balanced: true },
    budgets: [{ reservedFen: 0, spentFen: 253_850 }],
    paidTwice: [],
    journal: true,
  })
  expect(expected.batches[0]?.files[0]).toMatch(/^H\|991001\|dibao\|2026-03\|/)

  const drill = async (place: Failpoint) => {
    const copy = await county.copy(place)
    const doomed = await copy.serve({ DOUDI_FAILPOINT: place })
    await expect(payTheMonth(doomed, county.seeded), place).rejects.toThrow()
    expect(await doomed.child.ended, place).toEqual({ code: null, signal: 'SIGKILL' })

    const again = await copy.serve()
    const answers = await payTheMonth(again, county.seeded)
    expect(await pictureOf(county, copy, again), place).toEqual(expected)
    expect(await payTheMonth(again, county.seeded), `${place}, asked a third time`).toEqual(answers)
    expect(await numbersOf(again), place).toEqual({ balanced: true, batches: 1 })
    again.child.kill('SIGKILL')
  }
  for (let i = 0; i < places.length; i += SIDE_BY_SIDE) await Promise.all(places.slice(i, i + SIDE_BY_SIDE).map(drill))
})

async function numbersOf({ maker }: Counter) {
  const { balanced } = await maker.ok.get('/ledger/trial-balance')
  return { balanced, batches: (await maker.ok.get('/batches')).items.length }
}

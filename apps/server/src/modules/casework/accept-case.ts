/**
 * Accepts a complete application: the legal clock starts with the limit that the procedure of today gives, and the
 * date promised in the letter is part of the act.
 */
import type { Procedure } from '@doudi/policy'
import { textHousehold } from '#modules/identity/index.ts'
import { calendarFor } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { ClockLimit } from './acts.ts'
import type { CaseRow } from './case-row.ts'
import { dueOn, startClock } from './legal-clock.ts'
import { circumstancesOf, lockForAct, recordAct } from './record-act.ts'
import { sendLetter } from './send-letter.ts'
import { acceptedText } from './texts.ts'

export async function acceptCase(work: Work, caseId: string, version: number): Promise<CaseRow> {
  const row = await lockForAct(work, caseId, { type: 'case.accepted', expectedVersion: version })
  const { procedure, townDecides } = await circumstancesOf(work, row)
  const limit = totalLimit(procedure, townDecides)
  const promised = dueOn(startClock(work.today, limit), await calendarFor(work, row.division))
  if (!promised) throw new Error('a clock that has not been paused has a last day')
  const body = { limit, dueOn: promised, delegated: townDecides }
  const after = await recordAct(work, caseId, { type: 'case.accepted', body, expectedVersion: version })
  await sendLetter(work, after, 'acceptance')
  await textHousehold(work, after.household_id, acceptedText(after))
  return after
}

/** The one clock from acceptance to decision; a town that decides has its own where the procedure says so. */
export function totalLimit({ clocks, pack, programme }: Procedure, townDecides: boolean): ClockLimit {
  const whole = clocks.filter(
    ({ startsOn, endsWith, unit }) => startsOn === 'accepted' && endsWith === 'decision' && unit !== 'hours',
  )
  const clock =
    whole.find(({ delegated }) => delegated === townDecides) ?? whole.find(({ delegated }) => delegated === undefined)
  if (!clock || clock.unit === 'hours')
    throw new Error(`${pack}/${programme} sets no limit from acceptance to decision`)
  return { clockId: clock.id, unit: clock.unit, count: clock.count, excludes: clock.excludes }
}

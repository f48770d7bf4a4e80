/** Lets the legal clock stand still, run again, or run longer; each only for a ground that the procedure lists. */
import type { LegalClock } from '@doudi/policy'
import type { Work } from '#platform/database/work.ts'
import type { NewAct } from './acts.ts'
import type { CaseRow } from './case-row.ts'
import { problems } from './problems.ts'
import { circumstancesOf, lockForAct, recordAct } from './record-act.ts'

export async function pauseCase(
  work: Work,
  caseId: string,
  { version, reason }: { version: number; reason: string },
): Promise<CaseRow> {
  const clock = await clockInForce(work, caseId, { type: 'clock.paused', expectedVersion: version })
  const allowed = clock?.pausedBy.map(({ id }) => id) ?? []
  if (!allowed.includes(reason)) throw problems.of('casework.pause-reason-unknown', { allowed })
  return recordAct(work, caseId, { type: 'clock.paused', body: { because: reason }, expectedVersion: version })
}

export function resumeCase(work: Work, caseId: string, version: number): Promise<CaseRow> {
  return recordAct(work, caseId, { type: 'clock.resumed', body: {}, expectedVersion: version })
}

export async function extendCase(
  work: Work,
  caseId: string,
  { version, ground }: { version: number; ground: string },
): Promise<CaseRow> {
  const clock = await clockInForce(work, caseId, { type: 'clock.extended', expectedVersion: version })
  const allowed = clock?.extension?.reasons.map(({ id }) => id) ?? []
  if (!clock?.extension || !allowed.includes(ground))
    throw problems.of('casework.extension-ground-unknown', { allowed })
  return recordAct(work, caseId, {
    type: 'clock.extended',
    body: { ground, count: clock.extension.count },
    expectedVersion: version,
  })
}

/** The procedure's clock that this case runs under. */
async function clockInForce(
  work: Work,
  caseId: string,
  act: Pick<NewAct, 'type' | 'expectedVersion'>,
): Promise<LegalClock | undefined> {
  const row = await lockForAct(work, caseId, act)
  const { procedure } = await circumstancesOf(work, row)
  return procedure.clocks.find(({ id }) => id === row.state.clock?.limit.clockId)
}

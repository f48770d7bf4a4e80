/** Asks for a simulation: what a draft may not say is refused at once, the rest is worked out by a job. */

import type { DivisionCode } from '@doudi/kernel'
import { prefixOf } from '@doudi/kernel'
import { type CompiledProgramme, showSetting, showText } from '@doudi/policy'
import { record } from '#modules/journal/index.ts'
import { packOf } from '#modules/places/index.ts'
import { currentEdition } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { insertSimulation, type SimulationRow } from './insight.sql.ts'
import type { AskedDraft, Draft, Over, SimulationRequest } from './simulation.ts'
import { openTried, variantsFor } from './tried-rules.ts'
import { takeWrittenDraft } from './written-draft.ts'

export interface Asked {
  readonly over: Over
  readonly division: string
  readonly programme: string
  readonly date?: string | undefined
  readonly drafts: readonly AskedDraft[]
  readonly synthetic?: SimulationRequest['synthetic']
}

export async function askSimulation(work: Work, asked: Asked): Promise<SimulationRow> {
  const { over, division, programme, synthetic = null } = asked
  const date = asked.date ?? work.today
  refuseForeign(work, division)
  const edition = await currentEdition(work)
  const pack = await packOf(work, division)
  const drafts: Draft[] = []
  for (const draft of asked.drafts)
    drafts.push('values' in draft ? draft : await takeWrittenDraft(work, draft.draftId, { division, pack }))
  const [today] = variantsFor(await openTried(work, { edition: edition.hash, programme, date, drafts }), pack)
  const request: SimulationRequest = { drafts: drafts.map(draft => named(draft, today!.programme)), synthetic }
  const row = await insertSimulation(work.db, {
    ...{ county: division.slice(0, 6), id: work.newId<'simulation'>(), division, over, programme, assessed_for: date },
    ...{ request: JSON.stringify(request), edition: edition.hash },
    ...{ asked_by: work.caller.accountId!, asked_at: work.wall, status: 'waiting' },
    total: synthetic?.households ?? 0,
  })
  record(work, { act: 'simulation.asked', division, body: { simulationId: row.id, over, programme, date } })
  await work.enqueue('insight.simulate', { area: prefixOf(division as DivisionCode), simulationId: row.id })
  return row
}

/** With the words and the value of the day of asking, so that the question can be read later. */
function named(draft: Draft, { parameters }: CompiledProgramme): Draft {
  if (!('values' in draft)) return draft
  const values = draft.values.map(({ parameter: key, value }) => {
    const found = parameters.find(({ parameter: { id, name } }) => id === key || name === key)
    if (!found) return { parameter: key, value, known: null }
    const { parameter, setting } = found
    const before = setting === null ? null : showSetting(parameter, setting)
    return { parameter: key, value, known: { label: parameter.label, before, after: showText(parameter, value) } }
  })
  return { values }
}

/** An area that is neither seen nor administered is nobody's to ask about. */
function refuseForeign({ caller: { scope } }: Work, division: string): void {
  const own = [...scope.areas, ...scope.adminAreas]
  if (!own.some(area => area === '*' || division.startsWith(area))) throw platformProblems.of('access.out-of-area')
}

/** For the tests of this module: a family whose visit is planned for Wednesday, and the phone of its coordinator. */
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@doudi/kernel'
import type { County } from '@doudi/testkit'

export const newEntryId = () => uuidV7(Date.parse('2026-03-02T01:00:00Z'), randomBytes(10))

export async function plannedVisit(county: County) {
  const { caseId, householdId, application } = await county.apply()
  const town = county.as('town-assistant')
  const coordinator = county.as('coordinator')
  const { version } = await town.ok.get(`/cases/${caseId}`)
  const accepted = await town.ok.post(`/cases/${caseId}/accept`, { version })
  const pair = [await town.accountId(), await coordinator.accountId()] as const
  const plan = { plannedFor: '2026-03-04', surveyors: pair, version: accepted.version }
  const visit = await town.ok.post(`/cases/${caseId}/visits`, plan)
  const { members } = await town.ok.get(`/households/${householdId}`)
  const entryOf = (content: object, { id = newEntryId(), baseVersion = 1, visitId = visit.id as string } = {}) => ({
    ...{ id, kind: 'visit.record', visitId, baseVersion, content },
    capturedAt: '2026-03-02T02:00:00.000Z',
  })
  const send = async (entries: readonly object[], who = coordinator) =>
    (await who.ok.post('/sync', { device: 'phone', entries })).results
  const record = async (content: object, options: Parameters<typeof entryOf>[1] = {}, who = coordinator) =>
    (await send([entryOf(content, options)], who))[0]
  const persons = members.map(({ personId }: { personId: string }) => personId) as string[]
  return { caseId, householdId, application, town, coordinator, pair, visit, persons, entryOf, send, record }
}

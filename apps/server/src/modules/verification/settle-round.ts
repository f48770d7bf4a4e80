/**
 * When nothing of a round is pending any more: found facts go to the register, differences are written, and the case
 * learns how each query ended. The round's row is locked by whoever gets here, so of two last answers one settles it.
 */
import { isOpen, loadCase, recordAct } from '#modules/casework/index.ts'
import { addFacts, type Fact, factsOfCase } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { usableAnswers } from './answer.ts'
import { differencesOf, type RecordedFinding } from './differences.ts'
import { fromFactValue, toFactValue } from './fact-value.ts'
import { type FoundFact, factsOfRound, sourceName } from './findings.ts'
import { isSettled } from './query.ts'
import { lockRequest, putDifference, queriesOfRequest, type RequestRow, setCompleted } from './verification.sql.ts'

export async function settleRound(work: Work, requestId: string): Promise<void> {
  const request = await lockRequest(work, requestId)
  const queries = await queriesOfRequest(work, requestId)
  if (request.completed_at !== null || !isSettled(queries)) return
  await setCompleted(work, requestId, work.now)
  const { state } = await loadCase(work, request.case_id)
  if (!isOpen(state)) return
  const known = await factsOfCase(work, request.case_id)
  const found = await recordFound(work, request, known, factsOfRound(usableAnswers(work, queries)))
  await recordDifferences(work, request, known, found)
  await recordAct(work, request.case_id, {
    type: 'verification.completed',
    body: {
      requestId,
      round: request.round,
      queries: queries.map(({ person_id, source, mandatory, status }) => ({
        personId: person_id,
        source,
        mandatory,
        status,
      })),
    },
  })
}

/** After a retry most findings are as before; only what is new becomes a fact. */
async function recordFound(
  work: Work,
  request: RequestRow,
  known: readonly Fact[],
  facts: readonly FoundFact[],
): Promise<(RecordedFinding & { readonly isNew: boolean })[]> {
  const before = facts.map(({ personId, field, value }) =>
    known.find(
      fact =>
        fact.sourceId === request.id &&
        fact.personId === personId &&
        fact.field === field &&
        fact.value === toFactValue(field, value),
    ),
  )
  const added = facts.filter((_, i) => !before[i])
  const ids = await addFacts(
    work,
    added.map(({ personId, field, value, sources }) => ({
      division: request.division,
      householdId: request.household_id,
      caseId: request.case_id,
      personId,
      field,
      value: toFactValue(field, value),
      source: 'verified' as const,
      sourceDetail: sources.map(sourceName).join('、'),
      sourceId: request.id,
      asOf: work.today,
    })),
  )
  return facts.map(({ personId, field, value }, i) => {
    const id = before[i]?.id ?? ids[added.indexOf(facts[i] as FoundFact)]
    if (id === undefined) throw new Error('a found fact was not written')
    return { id, personId, field, value, isNew: !before[i] }
  })
}

async function recordDifferences(
  work: Work,
  request: RequestRow,
  known: readonly Fact[],
  found: readonly (RecordedFinding & { readonly isNew: boolean })[],
): Promise<void> {
  const declared = known
    .filter(({ source }) => source === 'declared')
    .map(({ id, personId, field, value }) => ({ id, personId, field, value: fromFactValue(field, value) }))
    .reverse()
  for (const difference of differencesOf(
    declared,
    found.filter(({ isNew }) => isNew),
  )) {
    await putDifference(work, {
      county: request.county,
      id: work.newId<'difference'>(),
      division: request.division,
      household_id: request.household_id,
      case_id: request.case_id,
      request_id: request.id,
      person_id: difference.personId,
      field: difference.field,
      declared_fact_id: difference.declaredFactId,
      found_fact_id: difference.foundFactId,
    })
  }
}

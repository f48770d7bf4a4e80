/**
 * From compared facts to what the policy engine reads: for every question of the form the value that counts, with
 * its source and day. People come in the order of the application. Pure.
 */
import type { Field, Fact as PolicyFact, Situation } from '@doudi/policy'
import type { CaseState } from './case.ts'
import type { ComparedFact } from './compare-facts.ts'

export function situationOf(state: CaseState, fields: readonly Field[], facts: readonly ComparedFact[]): Situation {
  const asked = new Set(fields.map(({ id }) => id))
  const valuesOf = (personId: string | null, scope: ComparedFact['scope']) =>
    Object.fromEntries(
      facts
        .filter(fact => fact.scope === scope && (fact.person?.personId ?? null) === personId && asked.has(fact.field))
        .map(fact => [fact.field, sourced(fact)]),
    )
  return {
    household: valuesOf(null, 'household'),
    members: state.members.map(({ personId, name }) => ({
      ...(asked.has('name') ? { name } : {}),
      ...valuesOf(personId, 'member'),
    })),
  }
}

function sourced({ used }: ComparedFact): PolicyFact {
  if (!used) return null
  const source = used.source === 'verified' ? `verification:${used.sourceDetail}` : used.source
  return { value: used.value, source, date: used.asOf }
}

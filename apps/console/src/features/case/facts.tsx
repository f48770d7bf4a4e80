/** The left half: every fact with its source and time, ✓ or ≠ against what was declared, in an order that never changes. */
import { useQuery } from '@tanstack/react-query'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames, useWords } from '../../words.ts'
import { factsQuery, householdQuery } from './case-queries.ts'
import type { Fact } from './case-views.ts'
import { Checks } from './checks.tsx'
import { factGroups, groupOf } from './fact-groups.ts'
import { FactRow, useOrigin } from './fact-row.tsx'
import { useCaseWords } from './words.ts'

export function Facts({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(factsQuery(item.id))
  return (
    <section className="facts" aria-label={t('facts.title')}>
      <QueryView of={question} rows={12}>
        {({ items }) => (
          <>
            {factGroups.map(group => (
              <section key={group} className="fact-group">
                <h2>{t(`facts.${group}`)}</h2>
                {group === 'who' && <Members householdId={item.householdId} facts={items} />}
                <FactList
                  facts={items.filter(fact => groupOf(fact) === group && !saidByMember(fact))}
                  quiet={group === 'who'}
                />
              </section>
            ))}
            <section className="fact-group">
              <h2>{t('facts.checks')}</h2>
              <Checks item={item} />
            </section>
          </>
        )}
      </QueryView>
    </section>
  )
}

function FactList({ facts, quiet }: { facts: readonly Fact[]; quiet: boolean }) {
  const t = useCaseWords()
  if (facts.length === 0) return quiet ? null : <p className="small-print">{t('facts.none')}</p>
  return (
    <ul>
      {facts.map(fact => (
        <FactRow key={`${fact.field} ${fact.personId}`} fact={fact} />
      ))}
    </ul>
  )
}

/** What the row of a person already says, unless somebody found otherwise. */
function saidByMember({ field, differs }: Fact): boolean {
  return !differs && ['name', 'relation', 'birthDate'].includes(field)
}

function Members({ householdId, facts }: { householdId: string; facts: readonly Fact[] }) {
  const common = useWords()
  const name = useNames()
  const originOf = useOrigin()
  const { fullDay } = useDates()
  const { data } = useQuery(householdQuery(householdId))
  return (
    <ul className="members">
      {data?.members.map(member => {
        const said = facts.find(fact => fact.personId === member.personId && fact.field === 'birthDate')?.declared
        return (
          <li key={member.personId}>
            <strong className="name">{member.name}</strong>
            <span>{name('relation', member.relation)}</span>
            <span>
              {member.sex && name('sex', member.sex)}{' '}
              {member.age !== null && common('person.years', { age: member.age })}
            </span>
            <span className="small-print figures">
              {fullDay(member.bornOn)} · {member.identityMasked ?? '—'}
            </span>
            {said && <span className="microline member-origin">{originOf(said)}</span>}
          </li>
        )
      })}
    </ul>
  )
}

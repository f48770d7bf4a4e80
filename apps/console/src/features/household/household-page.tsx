/** One household: its people (masked), where the money goes, what it receives, its cases and its line. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { read } from '../../api.ts'
import { yuan } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import type { Household } from '../../views.ts'
import { useNames } from '../../words.ts'
import { householdQuery, lineQuery } from '../case/case-queries.ts'
import { BankAccount } from './bank-account.tsx'
import { LineEntries } from './line-entries.tsx'
import { Members } from './members.tsx'
import { Reveal } from './reveal.tsx'
import { useHouseholdWords } from './words.ts'
import '../case/case.css'

export function HouseholdPage() {
  const { householdId } = useParams({ from: '/shell/households/$householdId' })
  const question = useQuery(householdQuery(householdId))
  return (
    <div className="page">
      <QueryView of={question} rows={8}>
        {household => <Whole household={household} />}
      </QueryView>
    </div>
  )
}

function Whole({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const may = useMay()
  const line = useQuery(lineQuery(household.id))
  return (
    <>
      <PageTitle title={household.headName} />
      <p className="lead">
        {t('place', { town: household.townName, village: household.villageName })} ·{' '}
        <span className="figures">{t('number', { number: household.number })}</span>
      </p>
      <Members household={household} />
      <div className="household-split">
        <section className="sheet">
          <Money household={household} />
          <h2>{t('cases')}</h2>
          <Cases household={household} />
          {may('benefits.read') && <Awards householdId={household.id} />}
        </section>
        <section className="sheet">
          <h2>{t('line')}</h2>
          <QueryView of={line}>{({ items }) => <LineEntries items={items} />}</QueryView>
        </section>
      </div>
    </>
  )
}

function Money({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const head = household.members[0]
  return (
    <dl className="pairs">
      <dt>{t('address')}</dt>
      <dd>
        {household.addressMasked ?? '—'} {head && <Reveal personId={head.personId} field="address" />}
      </dd>
      <dt>{t('account')}</dt>
      <dd>
        <BankAccount household={household} />
      </dd>
    </dl>
  )
}

function Cases({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const name = useNames()
  if (household.cases.length === 0) return <p className="small-print">{t('cases.none')}</p>
  return (
    <ul>
      {household.cases.map(each => (
        <li key={each.id}>
          <Link to="/cases/$caseId" params={{ caseId: each.id }}>
            {name('programme', each.programme)} <span className="figures">{each.number}</span>
          </Link>{' '}
          {name('status', each.status)}
        </li>
      ))}
    </ul>
  )
}

function Awards({ householdId }: { householdId: string }) {
  const t = useHouseholdWords()
  const name = useNames()
  const { data } = useQuery({
    queryKey: ['household', householdId, 'awards'],
    queryFn: () => read('/awards', { household: householdId }),
  })
  return (
    <>
      <h2>{t('awards')}</h2>
      {data?.items.length === 0 && <p className="small-print">{t('awards.none')}</p>}
      <ul>
        {data?.items.map(award => (
          <li key={award.id}>
            <strong>{name('award', award.status)}</strong>{' '}
            {t('awards.text', {
              programme: name('programme', award.programme),
              amount: yuan(award.monthlyFen),
              from: award.startMonth,
              count: award.covered,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Trying out rules: what to try, what came of it, what was tried before. The simulation shown stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import { SimulateForm } from './simulate-form.tsx'
import { latestQuery, type SimulationHead, writtenDraftQuery } from './simulate-queries.ts'
import { SimulationView } from './simulation-view.tsx'
import { useSimulateNames, useSimulateWords } from './words.ts'
import './simulate.css'
import { useDraftWords } from './draft-words.ts'

export function SimulatePage() {
  const t = useSimulateWords()
  const { id, draft } = useSearch({ from: '/shell/policies/simulate' })
  const navigate = useNavigate({ from: '/policies/simulate' })
  const show = (simulation: string) => void navigate({ search: before => ({ ...before, id: simulation }) })
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      <p className="small-print">{t('lead')}</p>
      {draft ? <FormForDraft key={draft} id={draft} onAsked={show} /> : <SimulateForm onAsked={show} />}
      {id && <SimulationView key={id} id={id} />}
      <Latest onOpen={show} />
    </div>
  )
}

/** A draft for release stands in the form already, on the day on which it would begin. */
function FormForDraft({ id, onAsked }: { id: string; onAsked: (simulation: string) => void }) {
  const question = useQuery(writtenDraftQuery(id))
  return (
    <QueryView of={question} rows={4}>
      {({ startsOn }) => <SimulateForm onAsked={onAsked} written={id} {...(startsOn ? { day: startsOn } : {})} />}
    </QueryView>
  )
}

function Latest({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const may = useMay()
  const { moment } = useDates()
  const { locale } = useLanguage()
  const say = useDraftWords()
  const question = useQuery({ ...latestQuery, enabled: may('insight.try') })
  const columns: Column<SimulationHead>[] = [
    { id: 'when', title: t('latest.when'), cell: row => moment(row.askedAt) },
    {
      id: 'what',
      title: t('latest.what'),
      wraps: true,
      cell: row => row.drafts.map(say).join(locale === 'en' ? '; ' : '；'),
    },
    { id: 'over', title: t('latest.over'), extra: true, cell: row => name('over-short', row.over) },
    { id: 'status', title: t('latest.status'), cell: row => name('status', row.status) },
  ]
  return (
    <>
      <h2>{t('latest.title')}</h2>
      <QueryView of={question}>
        {({ items }) => (
          <DataTable
            caption={t('latest.title')}
            columns={columns}
            rows={items}
            keyOf={row => row.id}
            onOpen={row => onOpen(row.id)}
            nothing={t('latest.none')}
          />
        )}
      </QueryView>
    </>
  )
}

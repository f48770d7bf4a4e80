/** One pack on a day: where it stands, what is open or overdue, its values, the relations between them, its rules. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { Field } from '../../parts/field.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useMay } from '../../session.ts'
import { BeginDraft } from './begin-draft.tsx'
import { Checks } from './checks.tsx'
import { packQuery } from './policy-queries.ts'
import type { PackPageView } from './policy-views.ts'
import { Values } from './values.tsx'
import { usePolicyWords } from './words.ts'
import './policies.css'

export function PackPage() {
  const { pack } = useParams({ from: '/shell/policies/packs/$pack' })
  const { date } = useSearch({ from: '/shell/policies/packs/$pack' })
  const question = useQuery(packQuery(pack, date))
  return (
    <div className="page">
      <QueryView of={question} rows={10}>
        {page => <Whole page={page} />}
      </QueryView>
    </div>
  )
}

function Whole({ page }: { page: PackPageView }) {
  const t = usePolicyWords()
  const may = useMay()
  const { locale } = useLanguage()
  const [drafting, setDrafting] = useState(false)
  return (
    <>
      <PageTitle title={page.title[locale]}>
        {page.own && may('policies.draft') && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {t('page.draft')}
          </Button>
        )}
      </PageTitle>
      {page.broken && <p className="notice notice-problem">{t('page.broken')}</p>}
      {page.example && <p className="notice notice-warning">{t('page.example')}</p>}
      <Standing page={page} />
      <h2>{t('page.values')}</h2>
      <Values page={page} />
      <h2>{t('page.checks')}</h2>
      <Checks page={page} />
      <SidePanel title={t('page.draft')} open={drafting} onClose={() => setDrafting(false)}>
        <BeginDraft pack={page.name} />
      </SidePanel>
    </>
  )
}

function Standing({ page }: { page: PackPageView }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const { parameters, checks } = page
  const counts = [
    ['page.unset', parameters.filter(({ current }) => current?.value === null).length],
    ['page.overdue', parameters.filter(({ reviewPast }) => reviewPast).length],
    ['page.coming', parameters.filter(({ coming }) => coming.length > 0).length],
    ['page.failing', checks.filter(({ verdict }) => verdict === 'fails').length],
    ['page.open', checks.filter(({ verdict }) => verdict === 'open').length],
  ] as const
  const line = page.line.map(above => above.title[locale]).join(' → ')
  return (
    <section className="sheet policy-standing">
      <p>{t('page.line', { line })}</p>
      <ul className="policy-counts">
        {counts
          .filter(([, count]) => count > 0)
          .map(([word, count]) => (
            <li key={word}>{t(word, { count })}</li>
          ))}
      </ul>
      {page.programmes.length > 0 && (
        <p>
          {t('page.rules')}：
          {page.programmes.map(({ id, title }) => (
            <Link
              key={id}
              className="policy-link"
              to="/policies/packs/$pack/rules/$programme"
              params={{ pack: page.name, programme: id }}
            >
              {title[locale]}
            </Link>
          ))}
        </p>
      )}
      <Field label={t('page.day')} className="policy-day">
        <Input
          type="date"
          value={page.date}
          onChange={event =>
            void navigate({ to: '.', search: event.target.value ? { date: event.target.value } : {}, replace: true })
          }
        />
      </Field>
    </section>
  )
}

/** Home visits: planned, made by two, and where two devices recorded differently both versions side by side. */
import { useQuery } from '@tanstack/react-query'
import { useDates } from '../../dates.ts'
import { Mark } from '../../parts/mark.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { visitsQuery } from './case-queries.ts'
import type { Visit } from './case-views.ts'
import { VisitConflicts } from './visit-conflict.tsx'
import { VisitLines } from './visit-lines.tsx'
import { useCaseWords } from './words.ts'

export function VisitsTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(visitsQuery(item.id))
  return (
    <QueryView of={question}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="nothing">{t('visits.none')}</p>
        ) : (
          <ul className="visits">
            {items.map(visit => (
              <VisitCard key={visit.id} item={item} visit={visit} />
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}

function VisitCard({ item, visit }: { item: CaseDetail; visit: Visit }) {
  const t = useCaseWords()
  const name = useNames()
  const { day, moment } = useDates()
  const mark = { made: 'done', conflict: 'overdue', planned: 'running' }[visit.status] ?? 'not-started'
  return (
    <li className="sheet">
      <p className="visit-head">
        <Mark status={mark as 'done'} />
        <strong>{name('visit', visit.status)}</strong>
        <span>{t('visits.planned', { on: day(visit.plannedFor, true) })}</span>
        {visit.visitedAt && <span>{t('visits.made', { at: moment(visit.visitedAt) })}</span>}
      </p>
      <p>{t('visits.by', { names: visit.surveyors.map(surveyor => surveyor.name).join('、') })}</p>
      {visit.outcome && (
        <p>
          {name('outcome', visit.outcome)}
          {visit.conclusion && ` · ${t('visits.conclusion', { text: name('conclusion', visit.conclusion) })}`}
        </p>
      )}
      {visit.form && <VisitLines item={item} form={visit.form} />}
      {visit.status === 'conflict' && <VisitConflicts item={item} visitId={visit.id} />}
    </li>
  )
}

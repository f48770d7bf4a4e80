/** The case's notices: until when they hang, the sheet to print, and what the village said. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { fileAddress } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { ObjectionCard } from '../notices/objection-card.tsx'
import { caseKey, noticesQuery } from './case-queries.ts'
import type { Notice } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function NoticeTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(noticesQuery(item.id))
  return (
    <QueryView of={question}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="nothing">{t('notice.none')}</p>
        ) : (
          <ul className="visits">
            {items.map(notice => (
              <NoticeCard key={notice.id} item={item} notice={notice} />
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}

function NoticeCard({ item, notice }: { item: CaseDetail; notice: Notice }) {
  const t = useCaseWords()
  const name = useNames()
  const { day } = useDates()
  return (
    <li className="sheet">
      <p className="visit-head">
        <strong>{name('notice', notice.status)}</strong>
        <span>{t('notice.period', { from: day(notice.postedOn), to: day(notice.endsOn, true) })}</span>
        <Button size="small" href={fileAddress(`/notices/${notice.id}/sheet`)} target="_blank">
          {t('notice.sheet')}
        </Button>
      </p>
      <h3>{t('notice.objections')}</h3>
      {notice.objections.length === 0 ? (
        <p className="small-print">{t('notice.no-objections')}</p>
      ) : (
        <ul className="visits">
          {notice.objections.map(objection => (
            <ObjectionCard key={objection.id} objection={objection} touches={[caseKey(item.id)]} />
          ))}
        </ul>
      )}
    </li>
  )
}

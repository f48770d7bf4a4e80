/** The case's notices: until when they hang, the sheet to print, and what the village said. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { fileAddress } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { ObjectionCard } from '../notices/objection-card.tsx'
import { caseKey, noticesQuery, objectionsQuery } from './case-queries.ts'
import type { Notice } from './case-views.ts'
import { WithdrawNotice } from './withdraw-notice.tsx'
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
          <>
            <ul className="cards">
              {items.map(notice => (
                <NoticeCard key={notice.id} notice={notice} />
              ))}
            </ul>
            <Objections item={item} />
          </>
        )
      }
    </QueryView>
  )
}

function NoticeCard({ notice }: { notice: Notice }) {
  const t = useCaseWords()
  const name = useNames()
  const may = useMay()
  const { day } = useDates()
  return (
    <li className="sheet visit-head">
      <strong>{name('notice', notice.status)}</strong>
      <span>{t('notice.period', { from: day(notice.postedOn), to: day(notice.endsOn, true) })}</span>
      <Button size="small" href={fileAddress(`/notices/${notice.id}/sheet`)} target="_blank">
        {t('notice.sheet')}
      </Button>
      {notice.status === 'posted' && may('publicity.post') && <WithdrawNotice notice={notice} />}
    </li>
  )
}

function Objections({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(objectionsQuery(item.id))
  return (
    <section>
      <h3>{t('notice.objections')}</h3>
      <QueryView of={question}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="small-print">{t('notice.no-objections')}</p>
          ) : (
            <ul className="cards">
              {items.map(objection => (
                <ObjectionCard key={objection.id} objection={objection} touches={[caseKey(item.id)]} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}

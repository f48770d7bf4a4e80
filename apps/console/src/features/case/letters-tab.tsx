/** The letters of a case, each printable as it was sent. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { fileAddress } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { useWords } from '../../words.ts'
import { lettersQuery } from './case-queries.ts'
import { useCaseWords } from './words.ts'

export function LettersTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const common = useWords()
  const say = useBilingual()
  const { fullMoment } = useDates()
  const question = useQuery(lettersQuery(item.id))
  return (
    <QueryView of={question}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="nothing">{t('letters.none')}</p>}
          <ul className="visits">
            {items.map(letter => (
              <li key={letter.id} className="sheet visit-head">
                <strong>{say(letter.name)}</strong>
                <span className="figures">{letter.number}</span>
                <span className="microline">
                  {fullMoment(letter.issuedAt)} · {t('letters.code', { code: letter.verificationCode })}
                </span>
                <Button size="small" href={fileAddress(`/letters/${letter.id}/print`)} target="_blank">
                  {common('action.print')}
                </Button>
              </li>
            ))}
          </ul>
          <p className="receipt-link">
            <Button size="small" href={fileAddress(`/cases/${item.id}/receipt`)} target="_blank">
              {t('letters.receipt')}
            </Button>
          </p>
        </>
      )}
    </QueryView>
  )
}

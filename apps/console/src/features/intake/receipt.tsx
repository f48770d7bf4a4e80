/** The application is in: its number, what comes next, and the receipt to print with one key. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { fileAddress } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import type { Submitted } from './intake-page.tsx'
import { useIntakeWords } from './words.ts'

export function Receipt({ submitted, onAnother }: { submitted: Submitted; onAnother: () => void }) {
  const t = useIntakeWords()
  const say = useBilingual()
  const { day } = useDates()
  const { next, caseId, caseNumber } = submitted
  return (
    <div className="page" role="status">
      <PageTitle title={t('done.title', { number: caseNumber })} />
      <p className="notice notice-done">
        {t('done.next', { what: say(next.what) })}
        {next.byDate && `，${t('done.by', { date: day(next.byDate, true) })}`}
      </p>
      <div className="form-acts">
        <Button type="primary" autoFocus href={fileAddress(`/cases/${caseId}/receipt`)} target="_blank">
          {t('done.print')}
        </Button>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('done.open')}
        </Link>
        <Button onClick={onAnother}>{t('done.another')}</Button>
      </div>
    </div>
  )
}

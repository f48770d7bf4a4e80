/** A screen that failed: says so, keeps the way on, and lets somebody try again. */
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { PageTitle } from '../../parts/page-title.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useWords } from '../../words.ts'

export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useWords()
  return (
    <div className="page">
      <PageTitle title={t('page.broken')} />
      <ProblemNotice problem={error} />
      <div className="form-acts">
        <Button onClick={reset}>{t('action.retry')}</Button>
        <Link to="/">{t('page.to-queue')}</Link>
      </div>
    </div>
  )
}

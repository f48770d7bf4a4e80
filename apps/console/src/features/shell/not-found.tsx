/** No such page: says so and leads back. */
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../../parts/page-title.tsx'
import { useWords } from '../../words.ts'

export function NotFound() {
  const t = useWords()
  return (
    <div className="page">
      <PageTitle title={t('page.not-found')} />
      <Link to="/">{t('page.to-queue')}</Link>
    </div>
  )
}

/** What a draft for release says, each change with its day, where it is about to be tried. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { writtenDraftQuery } from './simulate-queries.ts'
import { useSimulateWords } from './words.ts'

export function WrittenDraft({ id }: { id: string }) {
  const t = useSimulateWords()
  const { locale } = useLanguage()
  const { fullDay } = useDates()
  const question = useQuery(writtenDraftQuery(id))
  return (
    <QueryView of={question} rows={2}>
      {({ changes }) => (
        <>
          <ul className="written-changes">
            {changes.map(({ from, label, ...said }) => (
              <li key={`${'rule' in said ? `${said.programme} ${said.rule}` : said.parameter} ${from}`}>
                {t('written.line', {
                  day: fullDay(from),
                  label: label[locale],
                  value: 'rule' in said ? said.formula : (said.display?.[locale] ?? said.value ?? t('draft.unset')),
                })}
              </li>
            ))}
          </ul>
          <p className="small-print">
            {t('written.as-released')}{' '}
            <Link to="/policies/drafts/$draftId" params={{ draftId: id }}>
              {t('written.open')}
            </Link>
          </p>
        </>
      )}
    </QueryView>
  )
}

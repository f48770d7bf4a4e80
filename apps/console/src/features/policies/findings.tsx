/** What was found wrong with a draft, errors first, each with the way out and the place in the written text. */
import { useLanguage } from '../../language.tsx'
import type { Finding } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = usePolicyWords()
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (findings.length === 0) return null
  return (
    <section aria-label={t('found.title')}>
      {errors.length > 0 && (
        <div className="notice notice-problem">
          <strong>{t('found.errors', { count: errors.length })}</strong>
          <List findings={errors} />
        </div>
      )}
      {warnings.length > 0 && (
        <div className="notice notice-warning">
          <strong>{t('found.warnings', { count: warnings.length })}</strong>
          <List findings={warnings} />
        </div>
      )}
    </section>
  )
}

function List({ findings }: { findings: readonly Finding[] }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  return (
    <ul className="found">
      {findings.map(({ code, message, suggestion, file, line, at }) => (
        <li key={`${code} ${message.en}`}>
          {at && t('found.at', at)}
          {message[locale]}
          <span className="microline">
            {t('found.fix', { fix: suggestion[locale] })}
            {file && line !== null && ` · ${t('found.place', { file, line })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

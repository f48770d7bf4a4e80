/** A refusal in the reader's own words: what is wrong, what to do, the code in small print for the telephone. */
import { ApiProblem, problemMessages } from '@doudi/api-client'
import { fill, kernelMessagesEn, kernelMessagesZh, type Locale, type Values } from '@doudi/kernel'
import type { ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { useWords } from './words.ts'

const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { ...kernelMessagesZh, ...problemMessages['zh-CN'] },
  en: { ...kernelMessagesEn, ...problemMessages.en },
}

/** The words of a code; `undefined` when nobody wrote any. */
export function wordsOf(code: string, locale: Locale, details: Readonly<Record<string, unknown>> = {}) {
  const text = catalogues[locale][code]
  return text === undefined ? undefined : fill(text, details as Values)
}

/** A hook that says a code, a problem or the first issue at a pointer. */
export function useProblemWords() {
  const { locale } = useLanguage()
  const t = useWords()
  const say = (code: string, details?: Readonly<Record<string, unknown>>): string =>
    wordsOf(code, locale, details) ??
    (code === 'network.unreachable' ? t('problem.network') : t('problem.unknown', { code }))
  return {
    say,
    issueAt: (problem: ApiProblem | null, pointer: string): string | undefined => {
      const issue = problem?.issues.find(each => each.pointer === pointer)
      return issue && say(issue.code, issue.details)
    },
  }
}

/** Stands where the act was tried; read out at once by a screen reader. */
export function ProblemNotice({ problem, children }: { problem: unknown; children?: ReactNode }) {
  const t = useWords()
  const { say } = useProblemWords()
  if (!problem) return null
  const known = problem instanceof ApiProblem ? problem : undefined
  const code = known?.code ?? 'internal'
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        <strong>{say(code, known?.details)}</strong>
      </p>
      {known && known.issues.length > 0 && (
        <ul>
          {[...new Set(known.issues.map(issue => say(issue.code, issue.details)))].map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {children}
      <p className="small-print">{t('problem.code', { code, request: known?.requestId.slice(0, 8) || '—' })}</p>
    </div>
  )
}

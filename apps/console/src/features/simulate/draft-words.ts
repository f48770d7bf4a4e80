/** A draft that was tried, in one line: the values before and after, or the title of what is written for release. */
import { useLanguage } from '../../language.tsx'
import type { ShownDraft } from './simulate-queries.ts'
import { useSimulateWords } from './words.ts'

export function useDraftWords(): (draft: ShownDraft) => string {
  const { locale } = useLanguage()
  const t = useSimulateWords()
  return draft => {
    if (!('values' in draft)) return t('draft.written', { title: draft.title })
    return draft.values
      .map(({ parameter, value, known }) => {
        const label = known?.label[locale] ?? parameter
        const before = known?.before ? ` ${known.before[locale]}` : ''
        return `${label}${before} → ${known?.after?.[locale] ?? value}`
      })
      .join(locale === 'en' ? ', ' : '，')
  }
}

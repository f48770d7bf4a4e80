/** A value, its bounds and the clause it rests on, in the words of the reader. */
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import type { Parameter, Value } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

/** 未设定 is told plainly, with a shape that survives a copier. */
export function ValueText({ value }: { value: Pick<Value, 'display'> | null }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  if (value === null) return <span className="value-unset">— {t('value.none-yet')}</span>
  if (value.display === null) return <span className="value-unset">○ {t('value.unset')}</span>
  return <strong className="figures">{value.display[locale]}</strong>
}

export function Clause({ citation, reason }: Pick<Value, 'citation'> & { reason?: string | null }) {
  const t = usePolicyWords()
  return (
    <>
      <span lang="zh-CN">
        《{citation.title}》{citation.clause}
      </span>
      {citation.unverified && <span className="flag value-flag">{t('value.unverified')}</span>}
      {reason && <span className="microline">{t('value.reason', { reason })}</span>}
    </>
  )
}

/** What may be written here, as one line beside the field. */
export function useBounds() {
  const t = usePolicyWords()
  const { fullDay } = useDates()
  const rangeOf = ({ min, max }: Parameter) => {
    if (min !== null && max !== null) return t('bounds.range', { min, max })
    return min !== null ? t('bounds.from', { min }) : max !== null ? t('bounds.to', { max }) : ''
  }
  const boundsOf = (parameter: Parameter): string => {
    const { type, decimals, change, soft, unit } = parameter
    if (type !== 'number') return type === 'choice' || type === 'choices' ? t('bounds.options') : ''
    const range = rangeOf(parameter)
    const direction = change === 'any' ? '' : `${soft ? t('bounds.soft') : ''}${t(`bounds.${change}`)}`
    const precision = decimals === 0 ? t('bounds.whole') : t('bounds.decimals', { decimals })
    return [range && `${range}${unit ? ` ${unit}` : ''}`, precision, direction].filter(Boolean).join('，')
  }
  return { boundsOf, since: fullDay }
}

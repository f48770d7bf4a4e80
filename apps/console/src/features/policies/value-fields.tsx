/** One value that changes: what it is now, what may be written, the new value. */
import { Input } from 'antd'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { type AroundChange, ChangeFrame } from './change-frame.tsx'
import type { Parameter, ValueChange } from './policy-views.ts'
import { useBounds } from './value-text.tsx'
import { usePolicyWords } from './words.ts'

interface ValueFieldsProps extends AroundChange {
  readonly change: ValueChange
  readonly parameter: Parameter | undefined
  readonly onChange: (change: ValueChange) => void
}

export function ValueFields({ change, parameter, onChange, ...around }: ValueFieldsProps) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { since } = useBounds()
  const current = parameter?.current
  const set = (part: Partial<ValueChange>) => onChange({ ...change, ...part })
  const now = current
    ? t('draft.now', { value: current.display?.[locale] ?? t('value.unset'), from: since(current.from) })
    : t('draft.now-none')
  return (
    <ChangeFrame
      {...around}
      title={parameter?.label[locale] ?? change.parameter}
      now={<p className="small-print">{now}</p>}
      change={change}
      onChange={set}
    >
      <ValueField change={change} parameter={parameter} onChange={set} />
    </ChangeFrame>
  )
}

function ValueField({
  change,
  parameter,
  onChange,
}: Pick<ValueFieldsProps, 'change' | 'parameter'> & { onChange: (part: Partial<ValueChange>) => void }) {
  const t = usePolicyWords()
  const { boundsOf } = useBounds()
  const isUnset = change.value === null
  return (
    <div>
      <Field label={t('draft.value')} hint={(parameter && boundsOf(parameter)) || undefined}>
        <ValueInput change={change} parameter={parameter} onChange={onChange} />
      </Field>
      <label className="change-unset">
        <input
          type="checkbox"
          checked={isUnset}
          onChange={event => onChange({ value: event.target.checked ? null : '' })}
        />{' '}
        {t('draft.unset')} <span className="small-print">（{t('draft.unset-hint')}）</span>
      </label>
    </div>
  )
}

/** `id` and the like come from the field around it. */
function ValueInput({
  change,
  parameter,
  onChange,
  ...rest
}: Pick<ValueFieldsProps, 'change' | 'parameter'> & {
  onChange: (part: Partial<ValueChange>) => void
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  status?: string
}) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { status, ...own } = rest
  const value = change.value ?? ''
  const isUnset = change.value === null
  const options = parameter?.options.map(option => [option.value, option.label[locale]] as const) ?? []
  if (parameter?.type === 'choice' || parameter?.type === 'yes-no')
    return (
      <Choice
        {...own}
        disabled={isUnset}
        value={value}
        empty="—"
        options={parameter.type === 'choice' ? options : yesNo[locale]}
        onChoose={chosen => onChange({ value: chosen })}
      />
    )
  return (
    <Input
      {...own}
      disabled={isUnset}
      value={value}
      maxLength={60}
      {...(parameter?.type === 'date' ? { type: 'date' } : {})}
      {...(parameter?.type === 'number' ? { inputMode: 'decimal' as const, suffix: parameter.unit } : {})}
      {...(parameter?.type === 'choices'
        ? { placeholder: t('draft.several', { options: options.map(([text]) => text).join('、') }) }
        : {})}
      onChange={event => onChange({ value: event.target.value.trim() })}
    />
  )
}

const yesNo = {
  'zh-CN': [
    ['true', '是'],
    ['false', '否'],
  ],
  en: [
    ['true', 'yes'],
    ['false', 'no'],
  ],
} as const

/** One value that changes: what it is now, what may be written, the new value with its day, document and clause. */
import { Button, Input } from 'antd'
import { useId } from 'react'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import type { Change, Finding, NewDocument, PackPageView, Parameter } from './policy-views.ts'
import { useBounds } from './value-text.tsx'
import { usePolicyWords } from './words.ts'

interface ChangeFieldsProps {
  readonly change: Change
  readonly parameter: Parameter | undefined
  readonly documents: readonly (PackPageView['documents'][number] | NewDocument)[]
  readonly findings: readonly Finding[]
  readonly onChange: (change: Change) => void
  readonly onRemove: () => void
}

export function ChangeFields({ change, parameter, documents, findings, onChange, onRemove }: ChangeFieldsProps) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { since } = useBounds()
  const heading = useId()
  const current = parameter?.current
  const set = (part: Partial<Change>) => onChange({ ...change, ...part })
  return (
    <section className="sheet change" aria-labelledby={heading}>
      <div className="change-head">
        <h3 id={heading}>{parameter?.label[locale] ?? change.parameter}</h3>
        <Button size="small" onClick={onRemove}>
          {t('draft.remove')}
        </Button>
      </div>
      <p className="small-print">
        {current
          ? t('draft.now', { value: current.display?.[locale] ?? t('value.unset'), from: since(current.from) })
          : t('draft.now-none')}
      </p>
      {findings.map(finding => (
        <FindingLine key={`${finding.code} ${finding.message.en}`} finding={finding} />
      ))}
      <div className="change-grid">
        <ValueField change={change} parameter={parameter} onChange={set} />
        <Field label={t('draft.from')}>
          <Input type="date" value={change.from} onChange={event => set({ from: event.target.value || change.from })} />
        </Field>
        <Field label={t('draft.document')}>
          <Choice
            value={change.document}
            empty={t('draft.document-choose')}
            options={documents.map(({ id, title }) => [id, title] as const)}
            onChoose={document => set({ document })}
          />
        </Field>
        <Field label={t('draft.clause')}>
          <Input value={change.clause} maxLength={200} onChange={event => set({ clause: event.target.value })} />
        </Field>
        <Field label={t('draft.reason')} hint={t('draft.reason-hint')} optional className="change-reason">
          <Input.TextArea
            rows={2}
            maxLength={1000}
            value={change.reason ?? ''}
            onChange={event => set({ reason: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
      </div>
    </section>
  )
}

function ValueField({
  change,
  parameter,
  onChange,
}: Pick<ChangeFieldsProps, 'change' | 'parameter'> & { onChange: (part: Partial<Change>) => void }) {
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
}: Pick<ChangeFieldsProps, 'change' | 'parameter'> & {
  onChange: (part: Partial<Change>) => void
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

function FindingLine({ finding }: { finding: Finding }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { severity, message, suggestion } = finding
  return (
    <p className={severity === 'error' ? 'field-wrong' : 'found-warning'}>
      {message[locale]} <span className="small-print">{t('found.fix', { fix: suggestion[locale] })}</span>
    </p>
  )
}

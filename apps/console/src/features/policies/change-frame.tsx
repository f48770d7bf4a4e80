/** What every change of a draft says beside what it changes: its name, what was found, first day, document, clause, reason. */
import { Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import type { Change, Finding, NewDocument, PackPageView } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

export type Dated = Pick<Change, 'from' | 'document' | 'clause' | 'reason'>

export interface AroundChange {
  readonly documents: readonly (PackPageView['documents'][number] | NewDocument)[]
  readonly findings: readonly Finding[]
  readonly onRemove: () => void
}

interface ChangeFrameProps extends AroundChange {
  readonly title: string
  readonly now: ReactNode
  readonly change: Dated
  readonly onChange: (part: Partial<Dated>) => void
  /** What it is changed to. */
  readonly children: ReactNode
}

export function ChangeFrame({ title, now, change, documents, findings, children, ...acts }: ChangeFrameProps) {
  const t = usePolicyWords()
  const heading = useId()
  const set = acts.onChange
  return (
    <section className="sheet change" aria-labelledby={heading}>
      <div className="change-head">
        <h3 id={heading}>{title}</h3>
        <Button size="small" onClick={acts.onRemove}>
          {t('draft.remove')}
        </Button>
      </div>
      {now}
      {findings.map(finding => (
        <FindingLine key={`${finding.code} ${finding.message.en}`} finding={finding} />
      ))}
      <div className="change-grid">
        {children}
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
        <Field label={t('draft.reason')} hint={t('draft.reason-hint')} optional className="change-wide">
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

function FindingLine({ finding }: { finding: Finding }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { severity, message, suggestion, at } = finding
  return (
    <p className={severity === 'error' ? 'field-wrong' : 'found-warning'}>
      {at && t('found.at', at)}
      {message[locale]} <span className="small-print">{t('found.fix', { fix: suggestion[locale] })}</span>
    </p>
  )
}

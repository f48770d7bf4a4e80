/** Which papers are missing, all of them at once: the applicant is asked only one time. */
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Field } from '../../parts/field.tsx'
import { useNames } from '../../words.ts'
import type { ActFormProps } from './act-panel.tsx'
import { paperKinds } from './add-document.tsx'
import { useCaseWords } from './words.ts'

export function CorrectionForm({ item, sending, onSend }: ActFormProps) {
  const t = useCaseWords()
  const name = useNames()
  const [missing, setMissing] = useState<readonly string[]>(item.state.pending)
  const [note, setNote] = useState('')
  const kinds = [...new Set([...item.state.pending, ...paperKinds])]
  const toggle = (kind: string, on: boolean) =>
    setMissing(on ? [...missing, kind] : missing.filter(each => each !== kind))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ missing, ...(note.trim() ? { note } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <fieldset className="choices">
        <legend className="field-legend">{t('correction.missing')}</legend>
        {kinds.map(kind => (
          <Checkbox key={kind} checked={missing.includes(kind)} onChange={event => toggle(kind, event.target.checked)}>
            {name('document', kind)}
          </Checkbox>
        ))}
      </fieldset>
      <Field label={t('correction.note')} hint={t('correction.note-hint')} optional>
        <Input.TextArea rows={3} maxLength={1000} value={note} onChange={event => setNote(event.target.value)} />
      </Field>
      <Button type="primary" htmlType="submit" disabled={missing.length === 0} loading={sending}>
        {t('act.request-correction')}
      </Button>
    </form>
  )
}

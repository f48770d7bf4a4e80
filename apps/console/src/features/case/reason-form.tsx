/** Acts that need only a reason: written, or chosen from those the procedure knows. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useBilingual } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import type { NamedChoice } from '../../views.ts'
import { useWords } from '../../words.ts'
import type { ActFormProps } from './act-panel.tsx'
import { useCaseWords } from './words.ts'

export function ReasonForm({ act, sending, onSend }: ActFormProps) {
  const t = useCaseWords()
  const common = useWords()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ reason })
  }
  return (
    <form onSubmit={submit}>
      <Field label={common('field.reason')} hint={t('reason.hint')}>
        <Input.TextArea
          rows={5}
          maxLength={1000}
          value={reason}
          autoFocus
          onChange={event => setReason(event.target.value)}
        />
      </Field>
      <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={sending}>
        {t(`act.${act}`)}
      </Button>
    </form>
  )
}

interface ChooseFormProps extends ActFormProps {
  /** The field of the act's body. */
  readonly name: 'reason' | 'ground'
  readonly choices: readonly NamedChoice[]
}

export function ChooseForm({ act, sending, onSend, name, choices }: ChooseFormProps) {
  const t = useCaseWords()
  const say = useBilingual()
  const [chosen, setChosen] = useState(choices[0]?.id ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ [name]: chosen })
  }
  return (
    <form onSubmit={submit}>
      <Field label={t(name === 'ground' ? 'extend.ground' : 'pause.reason')}>
        <Choice
          value={chosen}
          options={choices.map(choice => [choice.id, say(choice.name)] as const)}
          onChoose={setChosen}
        />
      </Field>
      <Button type="primary" htmlType="submit" disabled={chosen === ''} loading={sending}>
        {t(`act.${act}`)}
      </Button>
    </form>
  )
}

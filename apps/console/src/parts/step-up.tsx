/** The second factor once more, before something that cannot be taken back or that leaves the house. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../api.ts'
import { ProblemNotice } from '../problems.tsx'
import { useWords } from '../words.ts'
import { Field } from './field.tsx'

interface StepUpProps {
  readonly word: string
  readonly sending: boolean
  readonly disabled?: boolean
  /** Runs when the code was right. */
  readonly onProved: () => void
}

export function StepUp({ word, sending, disabled = false, onProved }: StepUpProps) {
  const t = useWords()
  const [code, setCode] = useState('')
  const prove = useAct((body: { code: string }, key) => post('/session/step-up', {}, body, key))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    prove.mutate({ code: code.trim() }, { onSuccess: onProved })
  }
  return (
    <form className="step-up" onSubmit={submit}>
      <ProblemNotice problem={prove.error} />
      <Field label={t('step-up.code')} hint={t('step-up.hint')}>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        disabled={disabled || code.trim().length !== 6}
        loading={sending || prove.isPending}
      >
        {word}
      </Button>
    </form>
  )
}

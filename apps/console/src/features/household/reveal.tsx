/** Shows one hidden value to somebody who says why; the reason goes into the household's journal. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { useHouseholdWords } from './words.ts'

interface RevealProps {
  readonly personId: string
  readonly field: 'identityNumber' | 'phone' | 'address' | 'account'
}

export function Reveal({ personId, field }: RevealProps) {
  const t = useHouseholdWords()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState('')
  const look = useAct(
    (body: Body<'/persons/:id/reveal'>, key) => post('/persons/:id/reveal', { id: personId }, body, key),
    [['household']],
  )
  if (!may('registry.reveal')) return null
  if (look.data) return <strong className="figures">{look.data.value}</strong>
  const title = t('reveal.title', { field: t(`reveal.field.${field}`) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    look.mutate({ field, purpose }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <Button type="link" size="small" aria-label={title} onClick={() => setOpen(true)}>
        {t('reveal.link')}
      </Button>
      <SidePanel title={title} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <ProblemNotice problem={look.error} />
          <Field label={t('reveal.purpose')} hint={t('reveal.purpose-hint')}>
            <Input value={purpose} maxLength={200} autoFocus onChange={event => setPurpose(event.target.value)} />
          </Field>
          <Button type="primary" htmlType="submit" disabled={purpose.trim() === ''} loading={look.isPending}>
            {t('reveal.do')}
          </Button>
        </form>
      </SidePanel>
    </>
  )
}

/** The window's shortest path from somebody at the counter to a receipt in their hand. */
import type { CalendarDate } from '@doudi/kernel'
import { Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { type Answer, type Body, post, useAct } from '../../api.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { FamilyPart } from './family-part.tsx'
import { HomePart } from './home-part.tsx'
import { amountsWritten, applicationOf, emptyDraft, type IntakeDraft } from './intake-form.ts'
import { MoneyPart } from './money-part.tsx'
import { NeedPart } from './need-part.tsx'
import { Receipt } from './receipt.tsx'
import { SignPart } from './sign-part.tsx'
import { useIntakeWords } from './words.ts'
import './intake.css'

export type Submitted = Answer<'/applications', 'post'>

/** What every part gets: what is written, how to change it, and what the server said about a place. */
export interface PartProps {
  readonly draft: IntakeDraft
  readonly change: (change: Partial<IntakeDraft>) => void
  readonly wrong: (pointer: string) => string | undefined
}

export function IntakePage() {
  const t = useIntakeWords()
  const [draft, setDraft] = useState<IntakeDraft>(emptyDraft)
  const today = useMe().today as CalendarDate
  const top = useRef<HTMLDivElement>(null)
  const submit = useAct((body: Body<'/applications'>, key) => post('/applications', {}, body, key), [['cases']])
  const { issueAt } = useProblemWords()
  const wrong = (pointer: string) => issueAt(submit.error, pointer) ?? issueAt(submit.error, `/application${pointer}`)
  const send = (event: FormEvent) => {
    event.preventDefault()
    submit.mutate(applicationOf(draft, today), { onError: () => top.current?.scrollIntoView({ behavior: 'smooth' }) })
  }
  if (submit.data) {
    const again = () => {
      setDraft(emptyDraft())
      submit.reset()
    }
    return <Receipt submitted={submit.data} onAnother={again} />
  }
  const missing = [
    draft.division === '' && t('village'),
    !amountsWritten(draft) && t('missing.amounts'),
    !draft.committed && t('missing.commitment'),
  ].filter(word => word !== false)
  const part = {
    draft,
    change: (change: Partial<IntakeDraft>) => setDraft(before => ({ ...before, ...change })),
    wrong,
  }
  return (
    <div className="page" ref={top}>
      <PageTitle title={t('title')} />
      <p className="lead">{t('lead')}</p>
      <ProblemNotice problem={submit.error} />
      <form className="intake" onSubmit={send}>
        <FamilyPart {...part} />
        <HomePart {...part} />
        <MoneyPart {...part} />
        <NeedPart {...part} />
        <SignPart {...part} />
        <div className="intake-foot">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            disabled={missing.length > 0}
            loading={submit.isPending}
          >
            {t('submit')}
          </Button>
          {missing.length > 0 && <span>{t('missing', { list: missing.join('、') })}</span>}
        </div>
      </form>
    </div>
  )
}

/** Says what the village will see before the notice is posted. */
import { Button } from 'antd'
import type { FormEvent } from 'react'
import { Monthly } from '../../parts/money.tsx'
import type { ActFormProps } from './act-panel.tsx'
import { useCaseWords } from './words.ts'

export function NoticeForm({ item, sending, onSend }: ActFormProps) {
  const t = useCaseWords()
  const { proposal } = item.state
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ assessmentId: proposal?.assessmentId })
  }
  return (
    <form onSubmit={submit}>
      <p className="notice">{t('post.text')}</p>
      <dl className="pairs notice-pairs">
        <dt>{t('decide.person')}</dt>
        <dd className="name">{item.applicantName}</dd>
        <dt>{t('post.amount')}</dt>
        <dd>
          <Monthly fen={proposal?.amountFen ?? 0} />
        </dd>
      </dl>
      <Button type="primary" htmlType="submit" disabled={!proposal} loading={sending}>
        {t('act.notice')}
      </Button>
    </form>
  )
}

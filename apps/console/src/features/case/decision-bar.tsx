/**
 * What this person may do with the case, fixed at the foot. The server sends with the case why an act is not
 * possible now; the button stays, and says so.
 */
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useDates } from '../../dates.ts'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { ActPanel } from './act-panel.tsx'
import { type Act, byPanel, isDecision, isOffered, mainActs, nextAct, otherActs, tabAfter, waitsFor } from './acts.ts'
import { useCaseAct } from './case-queries.ts'
import { useCaseWords } from './words.ts'

export function DecisionBar({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const { say } = useProblemWords()
  const navigate = useNavigate()
  const may = useMay()
  const [panel, setPanel] = useState<Act>()
  const [asked, setAsked] = useState<Act>()
  const direct = useCaseAct(item)
  const mine = mainActs.filter(act => isOffered(act, item))
  const others = otherActs.filter(act => item.can[act] === null)
  const next = nextAct(item)
  const closed = mine.length > 0 && mine.every(act => item.can[act] === 'casework.closed')
  const reason = asked && item.can[asked]

  const done = (act: Act) => {
    setPanel(undefined)
    const said = t(`said.${act}`, { name: item.applicantName })
    const tab = tabAfter[act]
    void navigate({ to: '.', search: before => (tab ? { tab } : before), replace: true, state: { said } })
  }
  const begin = (act: Act) => {
    if (item.can[act] !== null) return setAsked(act)
    setAsked(undefined)
    if (isDecision(act))
      return void navigate({ to: '/cases/$caseId/decide/$outcome', params: { caseId: item.id, outcome: act } })
    if (byPanel(act)) return setPanel(act)
    direct.mutate({ act }, { onSuccess: () => done(act) })
  }
  if (!may('casework.accept', 'casework.decide')) return null
  return (
    <section className="decision-bar" aria-label={t('bar.label')}>
      <ProblemNotice problem={direct.error} />
      <p className="bar-why" role="status">
        {reason && asked ? (
          t('bar.why', { act: t(`act.${asked}`), reason: say(reason) })
        ) : (
          <WhatNow item={item} next={next} />
        )}
      </p>
      <div className="bar-acts">
        {!closed &&
          mine.map(act => (
            <ActButton
              key={act}
              act={act}
              item={item}
              primary={act === next}
              loading={direct.isPending && direct.variables.act === act}
              onBegin={begin}
            />
          ))}
        {others.length > 0 && (
          <Dropdown
            trigger={['click']}
            placement="topRight"
            menu={{
              items: others.map(act => ({ key: act, label: t(`act.${act}`) })),
              onClick: ({ key }) => begin(key as Act),
            }}
          >
            <Button>{t('bar.more')} ▴</Button>
          </Dropdown>
        )}
      </div>
      <ActPanel item={item} act={panel} onClose={() => setPanel(undefined)} onDone={done} />
    </section>
  )
}

/** The next step if it is this person's, otherwise whom the case waits for. */
function WhatNow({ item, next }: { item: CaseDetail; next: Act | undefined }) {
  const t = useCaseWords()
  const { day } = useDates()
  if (next) return t('bar.next', { act: t(`act.${next}`) })
  const waiting = waitsFor(item)
  return waiting ? t(`bar.waits.${waiting}`, { on: day(item.state.notice?.endsOn, true) }) : null
}

interface ActButtonProps {
  readonly act: Act
  readonly item: CaseDetail
  readonly primary: boolean
  readonly loading: boolean
  readonly onBegin: (act: Act) => void
}

/** Disabled for the eye and for the screen reader, but still reachable: pressing it says why. */
function ActButton({ act, item, primary, loading, onBegin }: ActButtonProps) {
  const t = useCaseWords()
  const { say } = useProblemWords()
  const reason = item.can[act]
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      danger={act === 'refuse' && !reason}
      aria-disabled={reason !== null}
      className={reason ? 'act-not-now' : ''}
      loading={loading}
      {...(reason ? { title: say(reason) } : {})}
      onClick={() => onBegin(act)}
    >
      {t(`act.${act}`)}
    </Button>
  )
}

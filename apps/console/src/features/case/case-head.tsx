/** Who it is about, where it stands, how long it may still take, and the line of the household. */
import { Link } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { DeadlineChip } from '../../parts/deadline-chip.tsx'
import { HouseholdLine } from '../../parts/household-line.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames, useWords } from '../../words.ts'
import { Flags } from '../queue/queue-page.tsx'
import { useCaseWords } from './words.ts'

export function CaseHead({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const common = useWords()
  const name = useNames()
  const { onBehalf } = item.state
  return (
    <div className="case-head">
      <div className="case-title">
        <PageTitle title={item.applicantName} />
        <span>{name('programme', item.programme)}</span>
        <strong className="case-status">{name('status', item.status)}</strong>
        <Flags of={item.flags} />
        <span className="small-print">
          {item.townName} {item.villageName} · {common('household.people', { count: item.members })} ·{' '}
          {name('channel', item.channel)}
          {onBehalf && ` · ${t('head.on-behalf', onBehalf)}`}
        </span>
        <span className="small-print figures">{t('head.number', { number: item.number })}</span>
        <Link to="/households/$householdId" params={{ householdId: item.householdId }} className="case-household">
          {t('head.household')}
        </Link>
      </div>
      <HouseholdLine steps={item.steps} />
      <ClockBox item={item} />
    </div>
  )
}

function ClockBox({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const name = useNames()
  const say = useBilingual()
  const { day } = useDates()
  const { clock, choices } = item
  if (!clock) return <p className="clock-box">{t('clock.not-started')}</p>
  const open = item.decision === null && item.state.closed === null
  const named = (id: string, among: CaseDetail['choices']['pauseReasons']) => {
    const choice = among.find(each => each.id === id)
    return choice ? say(choice.name) : id
  }
  return (
    <section className="clock-box" aria-label={t('clock.title')}>
      {open ? (
        <DeadlineChip workingDaysLeft={clock.workingDaysLeft} overdue={item.overdue} paused={!clock.running} />
      ) : (
        t('clock.stopped')
      )}
      {open && clock.dueOn && <strong>{t('clock.due', { due: day(clock.dueOn, true) })}</strong>}
      <span>
        {t('clock.limit', {
          count: clock.limit.count,
          unit: name('unit', clock.limit.unit),
          from: day(clock.startedOn),
        })}
      </span>
      {clock.pauses.map(pause => (
        <span key={pause.from}>
          {t('clock.pause', {
            from: day(pause.from),
            to: pause.to ? day(pause.to) : t('clock.now'),
            reason: named(pause.reason, choices.pauseReasons),
          })}
        </span>
      ))}
      {clock.extended && (
        <span>
          {t('clock.extended', {
            on: day(clock.extended.on),
            ground: named(clock.extended.ground, choices.extensionGrounds),
          })}
        </span>
      )}
    </section>
  )
}

/** The day in one list, by deadline: what differs, what is late, what is due, what is to be fetched. */
import { Notice } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { today } from '../clock.ts'
import type { Household, Visit } from '../data/wire.ts'
import type { FieldState } from '../field-app.ts'
import { canBeSent } from '../outbox/outbox-row.ts'
import { Row, Rows } from '../parts/row.tsx'
import { daysUntil, dayText, dueText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'

export function TodayPage(): JSX.Element {
  const { state, t, locale } = useSurroundings()
  const { pack } = state
  const visits = visitsToMake(state)
  const papers = (pack?.households ?? []).filter(({ openCase }) => openCase?.status === 'correcting')
  const differing = (pack?.visits ?? []).filter(({ status }) => status === 'conflict')
  const nothing = visits.length + papers.length + differing.length === 0
  return (
    <>
      <h1>
        {t('today.title')} <span class="beside-title">{dayText(today(), locale)}</span>
      </h1>
      {!pack && <Notice kind="wait">{t('today.empty')}</Notice>}
      {pack?.truncated && <Notice>{t('today.truncated')}</Notice>}
      {pack && nothing && <p>{t('today.none')}</p>}
      <Rows title={t('today.conflicts')}>
        {differing.map(visit => (
          <Row
            key={visit.id}
            href={`#/conflict/${visit.id}`}
            status="overdue"
            title={visit.applicantName}
            facts={visit.villageName}
            end={t('outbox.choose')}
          />
        ))}
      </Rows>
      <Rows title={t('today.late')}>{visits.filter(visit => daysUntil(visit.plannedFor) < 0).map(rowOf)}</Rows>
      <Rows title={t('today.due')}>{visits.filter(visit => daysUntil(visit.plannedFor) === 0).map(rowOf)}</Rows>
      <Rows title={t('today.papers')}>{papers.map(paperRow)}</Rows>
      <Rows title={t('today.later')}>{visits.filter(visit => daysUntil(visit.plannedFor) > 0).map(rowOf)}</Rows>
    </>
  )

  function rowOf(visit: Visit) {
    const days = daysUntil(visit.plannedFor)
    const begun = state.begun.includes(visit.id)
    return (
      <Row
        key={visit.id}
        href={`#/visit/${visit.id}`}
        status={days < 0 ? 'overdue' : begun ? 'running' : 'not-started'}
        title={visit.applicantName}
        facts={[t('today.visit'), visit.villageName, begun && t('today.begun')].filter(Boolean).join(' · ')}
        end={dueText(visit.plannedFor, t, locale)}
      />
    )
  }

  function paperRow({ id, headName, division }: Household) {
    const village = pack?.villages.find(({ code }) => code === division)?.name
    const facts = [t('status.correcting'), village].filter(Boolean).join(' · ')
    return <Row key={id} href={`#/household/${id}`} status="running" title={headName} facts={facts} />
  }
}

/** Earliest first, without those that were handed in and wait in the outbox. */
export function visitsToMake({ pack, items }: Pick<FieldState, 'pack' | 'items'>): Visit[] {
  const handedIn = new Set(
    items.filter(({ row }) => canBeSent(row) || row.state === 'conflict').map(({ row }) => row.about),
  )
  return (pack?.visits ?? [])
    .filter(({ id, status }) => status === 'planned' && !handedIn.has(id))
    .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
}

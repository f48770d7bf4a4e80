/** Always in sight: when it was synced last, what waits, and what is in the way. Leads to the outbox. */
import { LineMark } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { nowMs } from '../clock.ts'
import { canBeSent } from '../outbox/outbox-row.ts'
import { clockText, dayText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'

export function SyncStrip(): JSX.Element {
  const { state, t, locale } = useSurroundings()
  const waiting = state.items.filter(({ row }) => canBeSent(row)).length
  const stuck = state.items.some(({ row }) => row.state === 'conflict' || row.state === 'refused')
  const when = state.syncedAt ? t('sync.ready', { time: clockText(state.syncedAt, locale) }) : t('sync.never')
  const status = state.syncing ? t('sync.now') : when
  const more = [
    waiting > 0 && t('sync.waiting', { count: waiting }),
    !state.online && t('sync.offline'),
    !state.session && t('sync.sign-in'),
    isLate(state.syncedAt) && state.expiresAt && t('sync.until', { date: dayText(state.expiresAt, locale) }),
  ].filter(Boolean)
  return (
    <a class="sync-strip" href={state.session ? '#/outbox' : '#/sign-in'}>
      <span class={`sync-mark ${stuck ? 'mark-overdue' : ''}`}>
        <LineMark status={stuck ? 'overdue' : waiting > 0 ? 'running' : state.syncedAt ? 'done' : 'not-started'} />
      </span>
      <span role="status">
        {status}
        {more.length > 0 && <span class="sync-more">{more.join(' · ')}</span>}
      </span>
    </a>
  )
}

const THREE_DAYS = 3 * 24 * 3_600_000

/** Nobody is told about the week before half of it has gone. */
function isLate(syncedAt: string | null): boolean {
  return syncedAt !== null && nowMs() - Date.parse(syncedAt) > THREE_DAYS
}

/** Everything written here and how far it got; what is stuck says why and what can be done. */
import { Button, LineMark, type LineStatus } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { go } from '../address.ts'
import type { OutboxItem } from '../outbox/outbox.ts'
import { canBeSent, type OutboxState } from '../outbox/outbox-row.ts'
import { BackLink } from '../parts/back-link.tsx'
import { problemText } from '../problem-words.ts'
import { numberOf } from '../report-number.ts'
import { clockText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'

const marks: Readonly<Record<OutboxState, LineStatus>> = {
  ...{ waiting: 'not-started', sending: 'running', parked: 'not-started' },
  ...{ delivered: 'done', conflict: 'overdue', refused: 'overdue' },
}

export function OutboxPage(): JSX.Element {
  const { app, state, t } = useSurroundings()
  const items = [...state.items].reverse()
  const toSend = items.some(({ row }) => canBeSent(row))
  return (
    <>
      <BackLink to="me" />
      <h1>{t('outbox.title')}</h1>
      {items.length === 0 && <p>{t('outbox.none')}</p>}
      <ul class="outbox">
        {items.map(item => (
          <Item key={item.row.id} item={item} />
        ))}
      </ul>
      {state.session && toSend && (
        <Button type="button" block disabled={state.syncing || !state.online} onClick={() => void app.synchronise()}>
          {t(state.syncing ? 'sync.now' : 'outbox.sync')}
        </Button>
      )}
      {!state.session && (
        <Button href="#/sign-in" block>
          {t('sync.sign-in')}
        </Button>
      )}
      {!state.online && <p class="quiet">{t('sync.offline')}</p>}
    </>
  )
}

function Item({ item }: { readonly item: OutboxItem }) {
  const { t, locale } = useSurroundings()
  const { row, content } = item
  const photos = row.uploads.length
  const done = row.uploads.filter(({ documentId }) => documentId).length
  return (
    <li class={`outbox-item outbox-${row.state}`}>
      <p class="outbox-title">
        <span class={`row-mark mark-${marks[row.state]}`}>
          <LineMark status={marks[row.state]} />
        </span>
        <span>
          {t(`kind.${row.kind}`)} · <span class="name">{content.title}</span>
        </span>
      </p>
      <p class="outbox-facts">
        <strong>{t(`state.${row.state}`)}</strong>
        {' · '}
        {t('outbox.written', { time: clockText(row.capturedAt, locale) })}
        {photos > 0 && canBeSent(row) && ` · ${t('outbox.photos', { done, count: photos })}`}
        {row.kind === 'report.quick' && ` · ${t('report.number', { number: numberOf(row) })}`}
      </p>
      {row.problem && (
        <p class="outbox-problem">
          {problemText(row.problem, locale) ?? t('outbox.unknown')}
          <small class="quiet"> {t('outbox.code', { code: row.problem })}</small>
        </p>
      )}
      <Actions item={item} />
    </li>
  )
}

function Actions({ item }: { readonly item: OutboxItem }) {
  const { app, state, t } = useSurroundings()
  const { row } = item
  const visit = state.pack?.visits.find(({ id }) => id === row.about)
  async function edit(): Promise<void> {
    if (await app.field.drafts.reopen(item, visit?.version)) {
      await app.refresh()
      go('visit', row.about ?? '')
    }
  }
  async function again(): Promise<void> {
    await app.sendAgain(row)
  }
  async function letGo(): Promise<void> {
    await app.field.outbox.remove(row.id)
    await app.refresh()
  }
  if (row.state === 'conflict' && row.about)
    return <Button href={`#/conflict/${row.about}`}>{t('outbox.choose')}</Button>
  if (row.state === 'waiting' && !row.attempted && row.kind === 'visit.record')
    return (
      <Button type="button" kind="secondary" onClick={() => void edit()}>
        {t('visit.take-back')}
      </Button>
    )
  if (row.state !== 'refused') return null
  return (
    <div class="part-buttons">
      {row.kind === 'visit.record' && visit && (
        <Button type="button" onClick={() => void edit()}>
          {t('outbox.edit')}
        </Button>
      )}
      <Button type="button" kind="secondary" onClick={() => void again()}>
        {t('outbox.again')}
      </Button>
      {(row.kept || row.kind === 'decision') && (
        <Button type="button" kind="secondary" onClick={() => void letGo()}>
          {t('outbox.drop')}
        </Button>
      )}
    </div>
  )
}

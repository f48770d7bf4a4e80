/** A visit that was handed in and not sent yet may be taken back; one that may have arrived waits for its answer. */
import { Button, Notice } from '@doudi/light-ui'
import type { JSX } from 'preact'
import type { OutboxItem } from '../outbox/outbox.ts'
import { useSurroundings } from '../surroundings.tsx'

export function TakeBack({ item }: { readonly item: OutboxItem }): JSX.Element {
  const { app, t } = useSurroundings()
  async function takeBack(): Promise<void> {
    await app.field.drafts.reopen(item, undefined)
    await app.refresh()
  }
  return (
    <Notice title={t(`state.${item.row.state}`)}>
      <p>{t('visit.already')}</p>
      {!item.row.attempted && (
        <Button type="button" kind="secondary" onClick={() => void takeBack()}>
          {t('visit.take-back')}
        </Button>
      )}
    </Notice>
  )
}

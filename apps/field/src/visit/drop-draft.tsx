/** Throwing away what was begun: asked once, on the page itself. */
import { Button, Notice } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { go } from '../address.ts'
import { useSurroundings } from '../surroundings.tsx'
import type { VisitDraft } from './visit-draft.ts'

export function DropDraft({ draft }: { readonly draft: VisitDraft }): JSX.Element | null {
  const { app, t } = useSurroundings()
  const [asked, setAsked] = useState(false)
  async function drop(): Promise<void> {
    await app.field.drafts.drop(draft)
    await app.refresh()
    go('today')
  }
  if (!draft.form.outcome) return null
  if (!asked)
    return (
      <Button type="button" kind="secondary" onClick={() => setAsked(true)}>
        {t('visit.drop')}
      </Button>
    )
  return (
    <Notice kind="late">
      <p>{t('visit.drop.sure')}</p>
      <div class="part-buttons">
        <Button type="button" kind="danger" onClick={() => void drop()}>
          {t('visit.drop.yes')}
        </Button>
        <Button type="button" kind="secondary" onClick={() => setAsked(false)}>
          {t('visit.drop.no')}
        </Button>
      </div>
    </Notice>
  )
}

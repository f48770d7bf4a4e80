/** Before signing out: what goes, what stays, and how to get it back. */
import { Button, Notice } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { go } from '../address.ts'
import { isDone } from '../outbox/outbox-row.ts'
import { useSurroundings } from '../surroundings.tsx'

export function SignOutPage(): JSX.Element {
  const { app, state, t } = useSurroundings()
  const unsent = state.items.filter(({ row }) => !isDone(row)).length + state.begun.length
  async function signOut(): Promise<void> {
    await app.signOut()
    go('today')
  }
  return (
    <>
      <h1>{t('me.sign-out')}</h1>
      {unsent > 0 && (
        <Notice kind="late" title={t('me.sign-out.title', { count: unsent })}>
          <p>{t('me.sign-out.kept')}</p>
        </Notice>
      )}
      <p>{t('me.sign-out.clean')}</p>
      <Button type="button" kind="danger" block onClick={() => void signOut()}>
        {t('me.sign-out.sure')}
      </Button>
      <Button href="#/me" kind="secondary" block>
        {t('me.sign-out.stay')}
      </Button>
    </>
  )
}

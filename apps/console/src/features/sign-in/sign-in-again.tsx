/** Laid over a page whose session ran out; the page below keeps everything that was written. */
import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { meQuery, signedOutKey } from '../../session.ts'
import { useShellWords } from '../shell/words.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

export function SignInAgain() {
  const t = useShellWords()
  const queries = useQueryClient()
  const before = queries.getQueryData(meQuery.queryKey)
  return (
    <Modal open title={t('again.title')} footer={null} closable={false} mask={{ closable: false }} keyboard={false}>
      <p>{t('again.text')}</p>
      <SignInForm
        onEnter={me => {
          // Somebody else at the same desk begins with their own first page.
          if (me.accountId !== before?.accountId) return window.location.assign(import.meta.env.BASE_URL)
          queries.setQueryData(meQuery.queryKey, me)
          queries.setQueryData(signedOutKey, false)
          void queries.invalidateQueries()
        }}
      />
    </Modal>
  )
}

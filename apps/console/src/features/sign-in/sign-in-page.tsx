/** The first screen: which service this is, the form, and in the demo whom one may be. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageTitle } from '../../parts/page-title.tsx'
import { meQuery, signedOutKey } from '../../session.ts'
import type { Me } from '../../views.ts'
import { useWords } from '../../words.ts'
import { LanguageSwitch } from '../shell/band.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSignInWords } from './words.ts'
import './sign-in.css'

export function SignInPage() {
  const t = useSignInWords()
  const common = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/sign-in' })
  const enter = async (me: Me) => {
    queries.setQueryData(meQuery.queryKey, me)
    queries.setQueryData(signedOutKey, false)
    await navigate({ to: to ?? '/' })
  }
  return (
    <div className="sign-in-page">
      <header className="band">
        <span className="band-name">
          <strong>{common('app.name')}</strong>
          <span className="band-service">{common('app.service')}</span>
        </span>
        <span className="band-gap" />
        <LanguageSwitch />
      </header>
      <main>
        <PageTitle title={t('title')} />
        <p className="lead">{t('lead')}</p>
        <SignInForm onEnter={me => void enter(me)} />
      </main>
    </div>
  )
}

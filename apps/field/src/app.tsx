/** Which page stands on the screen: behind the PIN the one of the address, before it the door. */
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Address, useAddress } from './address.ts'
import type { FieldApp } from './field-app.ts'
import { useObserved } from './observed.ts'
import { ConflictPage } from './pages/conflict-page.tsx'
import { FindPage } from './pages/find-page.tsx'
import { HouseholdPage } from './pages/household-page.tsx'
import { MePage } from './pages/me-page.tsx'
import { OldWorkPage } from './pages/old-work-page.tsx'
import { OutboxPage } from './pages/outbox-page.tsx'
import { PaperPage } from './pages/paper-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { SetPinPage } from './pages/set-pin-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { SignOutPage } from './pages/sign-out-page.tsx'
import { TodayPage } from './pages/today-page.tsx'
import { UnlockPage } from './pages/unlock-page.tsx'
import { VisitPage } from './pages/visit-page.tsx'
import { BottomBar } from './parts/bottom-bar.tsx'
import { SyncStrip } from './parts/sync-strip.tsx'
import { keepSettings, type Settings, showSettings } from './settings.ts'
import { SurroundingsContext } from './surroundings.tsx'
import { wordsFor } from './words/index.ts'

const pages: Readonly<Record<string, (address: Address) => JSX.Element>> = {
  today: () => <TodayPage />,
  find: () => <FindPage />,
  household: ({ id }) => <HouseholdPage key={id} id={id} />,
  paper: ({ id }) => <PaperPage key={id} householdId={id} />,
  visit: ({ id }) => <VisitPage key={id} id={id} />,
  outbox: () => <OutboxPage />,
  conflict: ({ id }) => <ConflictPage key={id} visitId={id} />,
  report: () => <ReportPage />,
  me: () => <MePage />,
  'sign-out': () => <SignOutPage />,
}

interface Props {
  readonly app: FieldApp
  readonly firstSettings: Settings
}

export function App({ app, firstSettings }: Props): JSX.Element {
  const state = useObserved(app.state)
  const [settings, setSettings] = useState(firstSettings)
  const t = useMemo(() => wordsFor(settings.locale), [settings.locale])
  const changeSettings = (change: Partial<Settings>) => setSettings(before => ({ ...before, ...change }))
  useEffect(() => {
    keepSettings(settings)
    showSettings(settings)
    document.title = t('app.name')
  }, [settings, t])
  return (
    <SurroundingsContext.Provider value={{ app, state, t, locale: settings.locale, settings, changeSettings }}>
      <Screen phase={state.phase} t={t} />
    </SurroundingsContext.Provider>
  )
}

function Screen({ phase, t }: { phase: FieldApp['state']['value']['phase']; t: ReturnType<typeof wordsFor> }) {
  const address = useAddress()
  if (phase === 'starting') return <main class="door">{t('app.starting')}</main>
  if (phase === 'locked-work') return <OldWorkPage />
  if (phase === 'set-pin') return <SetPinPage />
  if (phase === 'unlock') return <UnlockPage />
  if (phase === 'sign-in' || address.page === 'sign-in') return <SignInPage />
  const page = pages[address.page] ?? pages.today
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <SyncStrip />
      <main id="main" tabIndex={-1}>
        {page?.(address)}
      </main>
      <BottomBar page={address.page} />
    </>
  )
}

/** The frame around every screen: band, rail of queues, the page, and the way back in when a session ran out. */
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Said } from '../../parts/said.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { signedOutKey } from '../../session.ts'
import { Band } from './band.tsx'
import { Rail } from './rail.tsx'
import { useShellWords } from './words.ts'

const SignInAgain = lazy(() =>
  import('../sign-in/sign-in-again.tsx').then(({ SignInAgain }) => ({ default: SignInAgain })),
)

export function Shell() {
  const t = useShellWords()
  const [railOpen, setRailOpen] = useState(false)
  const path = useRouterState({ select: state => state.location.href })
  const { data: signedOut } = useQuery({
    queryKey: signedOutKey,
    queryFn: () => false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the rail of a narrow screen
  useEffect(() => setRailOpen(false), [path])
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <Band railOpen={railOpen} onRail={() => setRailOpen(!railOpen)} />
      <div className="shell-body">
        <Rail open={railOpen} />
        <main id="page" tabIndex={-1}>
          <Said />
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {signedOut && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </div>
  )
}

/** Every address of the console. A screen's code is loaded when it is first opened; filters live in the address. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Broken } from './features/shell/broken.tsx'
import { NotFound } from './features/shell/not-found.tsx'
import { Shell } from './features/shell/shell.tsx'
import {
  caseSearch,
  daySearch,
  firstPage,
  journalSearch,
  noticesSearch,
  queueSearch,
  simulateSearch,
  wordsSearch,
} from './search-params.ts'
import { meQuery } from './session.ts'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } =>
    typeof search.to === 'string' && search.to.startsWith('/') ? { to: search.to } : {},
  component: lazyRouteComponent(() => import('./features/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.pathname } })
  },
  component: Shell,
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (me) throw redirect({ to: firstPage(me.permissions) })
  },
})

const queue = createRoute({
  getParentRoute: () => shell,
  path: '/queue',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('./features/queue/queue-page.tsx'), 'QueuePage'),
})

const casePage = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('./features/case/case-page.tsx'), 'CasePage'),
})

const decision = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/decide/$outcome',
  component: lazyRouteComponent(() => import('./features/case/decision-page.tsx'), 'DecisionPage'),
})

const intake = createRoute({
  getParentRoute: () => shell,
  path: '/intake',
  component: lazyRouteComponent(() => import('./features/intake/intake-page.tsx'), 'IntakePage'),
})

const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('./features/notices/notices-page.tsx'), 'NoticesPage'),
})

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: wordsSearch,
  component: lazyRouteComponent(() => import('./features/search/search-page.tsx'), 'SearchPage'),
})

const household = createRoute({
  getParentRoute: () => shell,
  path: '/households/$householdId',
  component: lazyRouteComponent(() => import('./features/household/household-page.tsx'), 'HouseholdPage'),
})

const payments = createRoute({
  getParentRoute: () => shell,
  path: '/payments',
  component: lazyRouteComponent(() => import('./features/payments/payments-page.tsx'), 'PaymentsPage'),
})

const batch = createRoute({
  getParentRoute: () => shell,
  path: '/payments/$batchId',
  component: lazyRouteComponent(() => import('./features/payments/batch-page.tsx'), 'BatchPage'),
})

const release = createRoute({
  getParentRoute: () => shell,
  path: '/payments/$batchId/release',
  component: lazyRouteComponent(() => import('./features/payments/release-page.tsx'), 'ReleasePage'),
})

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  component: lazyRouteComponent(() => import('./features/policies/packs-page.tsx'), 'PacksPage'),
})

const pack = createRoute({
  getParentRoute: () => shell,
  path: '/policies/packs/$pack',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('./features/policies/pack-page.tsx'), 'PackPage'),
})

const rules = createRoute({
  getParentRoute: () => shell,
  path: '/policies/packs/$pack/rules/$programme',
  component: lazyRouteComponent(() => import('./features/policies/rules-page.tsx'), 'RulesPage'),
})

const parameterHistory = createRoute({
  getParentRoute: () => shell,
  path: '/policies/packs/$pack/history/$parameter',
  component: lazyRouteComponent(() => import('./features/policies/history-page.tsx'), 'HistoryPage'),
})

const ruleHistory = createRoute({
  getParentRoute: () => shell,
  path: '/policies/packs/$pack/rules/$programme/$rule',
  component: lazyRouteComponent(() => import('./features/policies/history-page.tsx'), 'RuleHistoryPage'),
})

const policyDraft = createRoute({
  getParentRoute: () => shell,
  path: '/policies/drafts/$draftId',
  component: lazyRouteComponent(() => import('./features/policies/draft-page.tsx'), 'DraftPage'),
})

const policyRelease = createRoute({
  getParentRoute: () => shell,
  path: '/policies/drafts/$draftId/release',
  component: lazyRouteComponent(() => import('./features/policies/release-page.tsx'), 'ReleasePage'),
})

const journal = createRoute({
  getParentRoute: () => shell,
  path: '/journal',
  validateSearch: journalSearch,
  component: lazyRouteComponent(() => import('./features/journal/journal-page.tsx'), 'JournalPage'),
})

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./features/accounts/accounts-page.tsx'), 'AccountsPage'),
})

const places = createRoute({
  getParentRoute: () => shell,
  path: '/places',
  component: lazyRouteComponent(() => import('./features/places/places-page.tsx'), 'PlacesPage'),
})

const clock = createRoute({
  getParentRoute: () => shell,
  path: '/clock',
  component: lazyRouteComponent(() => import('./features/places/clock-page.tsx'), 'ClockPage'),
})

const simulate = createRoute({
  getParentRoute: () => shell,
  path: '/policies/simulate',
  validateSearch: simulateSearch,
  component: lazyRouteComponent(() => import('./features/simulate/simulate-page.tsx'), 'SimulatePage'),
})

const behindSignIn = [home, queue, casePage, decision, intake, notices, search, household]
const law = [policies, pack, rules, parameterHistory, ruleHistory, policyDraft, policyRelease, simulate]
const offices = [payments, batch, release, journal, accounts, places, clock]

export function createConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, shell.addChildren([...behindSignIn, ...law, ...offices])]),
    basepath: '/console',
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}

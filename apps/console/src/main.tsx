/** Starts the console: colours, language, questions to the server, addresses. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api.ts'
import { LanguageProvider, useLanguage } from './language.tsx'
import { createConsoleRouter } from './router.tsx'
import { signedOutKey } from './session.ts'
import { paint, theme } from './theme.ts'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'

/** A session that ran out in mid-page: the page stays as it is and asks to sign in again. */
function noticeSignOut(problem: unknown): void {
  if (problem instanceof ApiProblem && problem.code === 'access.sign-in') queries.setQueryData(signedOutKey, true)
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, problem) =>
        times < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status === 503),
    },
  },
})
const router = createConsoleRouter(queries)

function Console() {
  const { locale } = useLanguage()
  return (
    <ConfigProvider theme={theme} {...(locale === 'zh-CN' ? { locale: zhCN } : {})} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  )
}

const root = document.getElementById('console')
if (!root) throw new Error('the page has no place for the console')
paint(document.documentElement)
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Console />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)

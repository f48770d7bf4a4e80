/** Pages for when something does not work: friendly, with the telephone above and a way on below. Never only a code. */
import { ApiProblem } from '@doudi/api-client'
import { Button } from '@doudi/light-ui'
import type { ComponentChildren } from 'preact'
import { ForgedForm } from './form.ts'
import { answer, Page } from './page.tsx'
import type { Visit } from './visit.ts'

interface Said {
  readonly title: string
  readonly text: string
  readonly id?: string
  readonly status: 403 | 404 | 429 | 500 | 503
  readonly way: ComponentChildren
}

function problemPage(visit: Visit, { title, text, id, status, way }: Said): Response {
  return answer(
    visit,
    <Page visit={visit} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      {way}
      {id && <p class="quiet">{visit.t('error.number', { id })}</p>}
    </Page>,
    status,
  )
}

export function missing(visit: Visit): Response {
  const { t } = visit
  const way = <Button href="/">{t('error.home')}</Button>
  return problemPage(visit, { title: t('error.missing.title'), text: t('error.missing'), status: 404, way })
}

/** What a failure looks like to the person in front of it. Anything unforeseen keeps its number for the telephone. */
export function problemOf(visit: Visit, error: unknown): Response {
  const { t, c } = visit
  const again = <Button href={c.req.path}>{t('error.again')}</Button>
  if (error instanceof ForgedForm) {
    const way = <Button href={c.req.path}>{t('error.reopen')}</Button>
    return problemPage(visit, { title: t('error.form.title'), text: t('error.form'), status: 403, way })
  }
  if (!(error instanceof ApiProblem)) return failed(visit, again)
  const { status, details, requestId: id } = error
  if (status === 401) return c.redirect(`/progress?next=${encodeURIComponent(c.req.path)}`, 303)
  if (status === 404) return missing(visit)
  if (status === 403) {
    const way = <Button href="/progress">{t('progress.title')}</Button>
    return problemPage(visit, { title: t('error.denied.title'), text: t('error.denied'), id, status, way })
  }
  if (status === 429) {
    const text = t('error.busy', { seconds: String(details.retryAfterSeconds ?? 5) })
    return problemPage(visit, { title: t('error.busy.title'), text, id, status, way: again })
  }
  return failed(visit, again, id)
}

function failed(visit: Visit, way: ComponentChildren, id?: string): Response {
  const { t } = visit
  return problemPage(visit, {
    title: t('error.down.title'),
    text: t('error.down'),
    status: id ? 503 : 500,
    way,
    ...(id ? { id } : {}),
  })
}

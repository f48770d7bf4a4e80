/** The question pages on the web: GET shows a question with its answer, POST reads it, saves and goes on. */
import { Button, ErrorSummary, Notice } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { all, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import { missing } from '../server/page-problems.tsx'
import type { Visit } from '../server/visit.ts'
import { type OpenDraft, openDraft, saveDraft, startDraft } from './draft.ts'
import { addressOf, afterwards, before, pathOf, questions, REVIEW, resumeAt, type Stop } from './path.ts'
import type { Asking, Showing } from './question.ts'
import { whoOf } from './questions/who.tsx'

export function applyRoutes(app: App): void {
  app.get('/apply', c => entrance(c.get('visit')))
  app.post('/apply/restart', c => restart(c.get('visit')))
  for (const address of ['/apply/:slug', '/apply/:slug/:n{[0-9]+}'] as const) {
    app.get(address, c => show(c.get('visit'), c.req.param('slug'), c.req.param('n')))
    app.post(address, c => post(c.get('visit'), c.req.param('slug'), c.req.param('n')))
  }
}

async function entrance(visit: Visit): Promise<Response> {
  const { t, c } = visit
  const who = c.req.query('for')
  const start = `/apply/who${who === 'other' || who === 'family' ? `?for=${who}` : ''}`
  if (!(await openDraft(visit))) return c.redirect(start, 303)
  const title = t('apply.resume.title')
  return answer(
    visit,
    <Page visit={visit} title={title} back="/">
      <h1>{title}</h1>
      <p>{t('apply.resume')}</p>
      <p>
        <Button href={visit.jar.read('at') ?? '/apply/go'} block>
          {t('apply.resume.go')}
        </Button>
      </p>
      <Form visit={visit} action="/apply/restart">
        <Button kind="secondary" block>
          {t('apply.restart')}
        </Button>
      </Form>
    </Page>,
  )
}

async function restart(visit: Visit): Promise<Response> {
  await readForm(visit.c, visit.jar)
  visit.jar.forget('draft')
  visit.jar.forget('at')
  return visit.c.redirect('/apply/who', 303)
}

export async function askingOf(visit: Visit, draft: OpenDraft | undefined, n: number): Promise<Asking> {
  const { t, locale, today, place, api, around } = visit
  const [villages, towns] = place
    ? await Promise.all([around.villages(api, place.code), around.towns(api, place.code)])
    : [[], []]
  return { t, locale, today, answers: draft?.answers ?? {}, n, villages, towns, office: place?.name ?? '' }
}

/** The page, or nothing when there is no such page for this family. */
function stopAt({ answers, today }: Asking, slug: string, n: number): Stop | undefined {
  return pathOf(answers, today).find(stop => stop.question.slug === slug && stop.n === n)
}

async function show(visit: Visit, slug: string, n = '0'): Promise<Response> {
  if (slug === 'go') return resume(visit)
  if (!questions.some(question => question.slug === slug)) return missing(visit)
  const draft = await openDraft(visit)
  if (!draft && slug !== 'who') return visit.c.redirect('/apply/who', 303)
  const asking = await askingOf(visit, draft, Number(n))
  const stop = stopAt(asking, slug, Number(n))
  if (!stop) return visit.c.redirect(resumeAt(asking.answers, visit.today), 303)
  if (draft) visit.jar.keep('at', addressOf(stop))
  const suggested = slug === 'who' && !draft ? { who: [visit.c.req.query('for') ?? ''] } : stop.question.show(asking)
  return answer(
    visit,
    <QuestionPage visit={visit} stop={stop} showing={{ ...asking, fields: suggested, errors: [] }} />,
  )
}

async function resume(visit: Visit): Promise<Response> {
  const draft = await openDraft(visit)
  return visit.c.redirect(draft ? resumeAt(draft.answers, visit.today) : '/apply/who', 303)
}

async function post(visit: Visit, slug: string, n = '0'): Promise<Response> {
  const { fields } = await readForm(visit.c, visit.jar)
  const opened = await openDraft(visit)
  if (!opened && slug !== 'who') return visit.c.redirect('/apply/who', 303)
  const asking = await askingOf(visit, opened, Number(n))
  const stop = stopAt(asking, slug, Number(n))
  if (!stop) return visit.c.redirect(resumeAt(asking.answers, visit.today), 303)
  const reading = stop.question.read(fields, asking)
  if ('errors' in reading) {
    const showing = { ...asking, fields, errors: reading.errors }
    return answer(visit, <QuestionPage visit={visit} stop={stop} showing={showing} />, 422)
  }
  const saved = await saveDraft(visit, opened ?? (await startDraft(visit)), reading.answers)
  const changing = all(fields, 'change').length > 0
  return visit.c.redirect(afterwards(stop, saved.answers, visit.today, changing), 303)
}

interface Props {
  readonly visit: Visit
  readonly stop: Stop
  readonly showing: Showing
}

function QuestionPage({ visit, stop, showing }: Props) {
  const { t, c, today, locale } = visit
  const { question } = stop
  const changing = c.req.query('change') !== undefined || all(showing.fields, 'change').length > 0
  const title = question.title(showing)
  return (
    <Page
      visit={visit}
      title={title}
      back={changing ? REVIEW : before(stop, showing.answers, today)}
      wrong={showing.errors.length > 0}
    >
      <ErrorSummary errors={showing.errors} locale={locale} />
      <Helping showing={showing} slug={question.slug} />
      <Form visit={visit} action={addressOf(stop)} keep>
        {changing && <input type="hidden" name="change" value="1" />}
        <question.View {...showing} />
        <Actions>
          <Button block>{t('page.continue')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** To a helper the page says whom 您 means. */
function Helping({ showing: { t, answers }, slug }: { showing: Showing; slug: string }) {
  if (whoOf(answers) === 'self' || slug === 'who' || slug === 'helper') return null
  const name = answers.applicant?.name
  return <Notice>{name ? t('apply.helping.name', { name }) : t('apply.helping')}</Notice>
}

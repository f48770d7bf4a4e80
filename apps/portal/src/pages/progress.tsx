/** Signing in with telephone and code, and out again. Nobody has to remember a password. */
import { ApiProblem } from '@doudi/api-client'
import { attempt, maskPhone, parsePhone } from '@doudi/kernel'
import { Button, ErrorSummary, type FieldError, Notice, TextField } from '@doudi/light-ui'
import { issueText } from '../apply/question.ts'
import type { App } from '../server/app.ts'
import { type Fields, one, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { List, OwnCase } from '../server/replies.ts'
import { codeErrors, codeOf, sendCode, sentCode } from '../server/text-code.ts'
import type { Visit } from '../server/visit.ts'

export function progressRoutes(app: App): void {
  app.get('/progress', async c => phonePage(c.get('visit'), { next: [c.req.query('next') ?? ''] }, []))
  app.post('/progress', c => postPhone(c.get('visit')))
  app.get('/progress/code', async c => codePage(c.get('visit'), { next: [c.req.query('next') ?? ''] }, []))
  app.post('/progress/code', c => postCode(c.get('visit')))
  app.post('/sign-out', c => signOut(c.get('visit')))
}

/** Only addresses of this site, and only of the signed-in part. */
const safeNext = (text: string): string => (/^\/my(\/[\w-]+)*$/.test(text) ? text : '/my')

function phonePage(visit: Visit, fields: Fields, errors: readonly FieldError[]): Response {
  const { t, locale } = visit
  return answer(
    visit,
    <Page visit={visit} title={t('progress.title')} back="/" wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{t('progress.title')}</h1>
      <p>{t('progress.hint')}</p>
      <Form visit={visit} action="/progress">
        <input type="hidden" name="next" value={one(fields, 'next')} />
        <TextField
          name="phone"
          locale={locale}
          label={t('phone.label')}
          inputMode="tel"
          autoComplete="tel"
          value={one(fields, 'phone')}
          error={errors[0]?.text}
        />
        <TextField
          name="number"
          locale={locale}
          optional
          label={t('progress.number')}
          hint={t('progress.number.hint')}
          maxLength={40}
          value={one(fields, 'number')}
        />
        <Actions>
          <Button block>{t('phone.send')}</Button>
        </Actions>
      </Form>
      <p class="quiet">{t('progress.other')}</p>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postPhone(visit: Visit): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const wrong = (text: string) => phonePage(visit, fields, [{ field: 'phone', text }])
  const phone = attempt(() => parsePhone(one(fields, 'phone')))
  if (!phone.ok) return wrong(issueText(phone.issue, visit.locale))
  const refused = await sendCode(visit, { phone: phone.value, masked: maskPhone(phone.value), purpose: 'sign-in', key })
  if (refused) return wrong(refused)
  const number = one(fields, 'number').replace(/[^\w-]/g, '')
  const next = number ? `/my/number-${number}` : safeNext(one(fields, 'next'))
  return visit.c.redirect(`/progress/code?next=${encodeURIComponent(next)}`, 303)
}

function codePage(visit: Visit, fields: Fields, errors: readonly FieldError[]): Response {
  const { t, locale } = visit
  const sent = sentCode(visit)
  if (!sent) return visit.c.redirect('/progress', 303)
  return answer(
    visit,
    <Page visit={visit} title={t('code.title')} back="/progress" wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{t('code.title')}</h1>
      <p>{t('code.sent', { phone: sent.masked })}</p>
      {visit.demo && (
        <Notice>
          <a class="next-link" href="/demo#outbox" target="_blank" rel="noopener">
            {t('code.demo')}
          </a>
        </Notice>
      )}
      <Form visit={visit} action="/progress/code">
        <input type="hidden" name="next" value={one(fields, 'next')} />
        <TextField
          name="code"
          locale={locale}
          label={t('code.label')}
          hint={t('code.label.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="short"
          maxLength={8}
          secret
          error={errors[0]?.text}
        />
        <Actions>
          <Button block>{t('progress.sign-in')}</Button>
        </Actions>
      </Form>
      <p>
        <a class="next-link" href="/progress">
          {t('code.again')}
        </a>
      </p>
      <p class="quiet">{t('code.other')}</p>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postCode(visit: Visit): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const sent = sentCode(visit)
  const code = codeOf(one(fields, 'code'))
  if (!sent) return visit.c.redirect('/progress', 303)
  if (!code) return codePage(visit, fields, [{ field: 'code', text: visit.t('code.empty') }])
  try {
    await visit.api.post('/resident/session', { codeId: sent.id, code }, { key })
  } catch (error) {
    const errors = error instanceof ApiProblem && codeErrors(visit, error)
    if (!errors) throw error
    return codePage(visit, fields, errors)
  }
  visit.jar.forget('code')
  return visit.c.redirect(safeNext(one(fields, 'next')), 303)
}

/** `/my/number-<number>`: the case with the number that stands on the receipt, if it is theirs. */
export async function caseByNumber({ api }: Visit, number: string): Promise<string | undefined> {
  const { items } = await api.get<List<OwnCase>>('/my/cases')
  return items.find(one => one.number === number)?.id
}

async function signOut(visit: Visit): Promise<Response> {
  await readForm(visit.c, visit.jar)
  await visit.api.delete('/session').catch(() => undefined)
  const { t } = visit
  return answer(
    visit,
    <Page visit={visit} title={t('my.signed-out.title')}>
      <div data-forget="">
        <h1>{t('my.signed-out.title')}</h1>
        <p>{t('my.signed-out')}</p>
        <Button href="/">{t('error.home')}</Button>
      </div>
    </Page>,
  )
}

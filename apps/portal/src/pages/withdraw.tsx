/** Withdrawing an application: a page of its own that says what follows, never a pop-up. */
import { cleanText } from '@doudi/kernel'
import { Button, ErrorSummary, type FieldError, TextField } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { one as first, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { OwnCase } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { ownCase } from './my-case.tsx'

export function withdrawRoutes(app: App): void {
  app.get('/my/:id/withdraw', async c => {
    const one = await ownCase(c.get('visit'), c.req.param('id'))
    return one instanceof Response ? one : withdrawPage(c.get('visit'), one, '', [])
  })
  app.post('/my/:id/withdraw', c => postWithdraw(c.get('visit'), c.req.param('id')))
}

function withdrawPage(visit: Visit, one: OwnCase, reason: string, errors: readonly FieldError[]): Response {
  const { t, locale } = visit
  return answer(
    visit,
    <Page visit={visit} title={t('withdraw.title')} back={`/my/${one.id}`} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{t('withdraw.title')}</h1>
      <p>{t('withdraw.text', { number: one.number })}</p>
      <Form visit={visit} action={`/my/${one.id}/withdraw`}>
        <TextField
          name="reason"
          locale={locale}
          label={t('withdraw.reason')}
          lines={3}
          maxLength={1000}
          value={reason}
          error={errors[0]?.text}
        />
        <Actions>
          <Button kind="danger" block>
            {t('withdraw.yes')}
          </Button>
        </Actions>
      </Form>
      <p>
        <Button kind="secondary" href={`/my/${one.id}`} block>
          {t('withdraw.no')}
        </Button>
      </p>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postWithdraw(visit: Visit, id: string): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const one = await ownCase(visit, id)
  if (one instanceof Response) return one
  const given = first(fields, 'reason')
  const reason = cleanText(given, { max: 1000 }).text
  if (!reason) return withdrawPage(visit, one, given, [{ field: 'reason', text: visit.t('withdraw.reason.none') }])
  await visit.api.post(`/my/cases/${encodeURIComponent(id)}/withdraw`, { version: one.version, reason }, { key })
  return visit.c.redirect(`/my/${id}`, 303)
}

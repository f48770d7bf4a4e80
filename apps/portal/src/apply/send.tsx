/** Handing in: the telephone, the code, and what the server may still find wrong with the answers. */
import { ApiProblem } from '@doudi/api-client'
import { attempt, isMobile, maskPhone, parsePhone } from '@doudi/kernel'
import { Button, ErrorSummary, type FieldError, Notice, TextField } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { one, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import { textOf } from '../server/problem-text.ts'
import type { Submitted } from '../server/replies.ts'
import { codeErrors, codeOf, sendCode, sentCode } from '../server/text-code.ts'
import type { Visit } from '../server/visit.ts'
import { type OpenDraft, openDraft, saveDraft, submitDraft } from './draft.ts'
import { REVIEW, resumeAt } from './path.ts'
import { pageOf } from './pointer.ts'
import { issueText } from './question.ts'
import { ReviewPage } from './review.tsx'
import { askingOf } from './routes.tsx'

export function sendRoutes(app: App): void {
  app.get('/apply/phone', c =>
    withDraft(c.get('visit'), async (visit, draft) => phonePage(visit, draft, phoneOf(draft), [])),
  )
  app.post('/apply/phone', c => withDraft(c.get('visit'), postPhone))
  app.get('/apply/code', c => withDraft(c.get('visit'), async visit => codePage(visit, [])))
  app.post('/apply/code', c => withDraft(c.get('visit'), postCode))
}

/** Only who has answered everything and declared it true comes here. */
async function withDraft(visit: Visit, page: (visit: Visit, draft: OpenDraft) => Promise<Response>): Promise<Response> {
  const draft = await openDraft(visit)
  if (!draft) return visit.c.redirect('/apply/who', 303)
  const next = resumeAt(draft.answers, visit.today)
  if (next !== REVIEW || !draft.answers.commitment) return visit.c.redirect(next, 303)
  return page(visit, draft)
}

const phoneOf = ({ answers }: OpenDraft) => answers.applicant?.phone ?? ''

function phonePage(visit: Visit, { answers }: OpenDraft, phone: string, errors: readonly FieldError[]): Response {
  const { t, locale } = visit
  const helperPhone = answers.helper?.phone
  const title = t(helperPhone ? 'phone.title.helper' : 'phone.title')
  const hint = helperPhone ? t('phone.hint.helper', { phone: helperPhone }) : t('phone.hint')
  return answer(
    visit,
    <Page visit={visit} title={title} back={REVIEW} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{title}</h1>
      <Form visit={visit} action="/apply/phone">
        <TextField
          name="phone"
          locale={locale}
          label={t('phone.label')}
          hint={hint}
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          error={errors[0]?.text}
        />
        <Actions>
          <Button block>{t('phone.send')}</Button>
        </Actions>
      </Form>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postPhone(visit: Visit, draft: OpenDraft): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const wrong = (text: string) => phonePage(visit, draft, one(fields, 'phone'), [{ field: 'phone', text }])
  const phone = attempt(() => parsePhone(one(fields, 'phone')))
  if (!phone.ok) return wrong(issueText(phone.issue, visit.locale))
  const { applicant, helper } = draft.answers
  if (!isMobile(phone.value) || !applicant) return wrong(visit.t('phone.mobile'))
  await saveDraft(visit, draft, { ...draft.answers, applicant: { ...applicant, phone: phone.value } })
  // Whoever fills it in proves their telephone: the helper where there is one.
  const proved = helper?.phone ? parsePhone(helper.phone) : phone.value
  const refused = await sendCode(visit, { phone: proved, masked: maskPhone(proved), purpose: 'submit', key })
  return refused ? wrong(refused) : visit.c.redirect('/apply/code', 303)
}

function codePage(visit: Visit, errors: readonly FieldError[]): Response {
  const { t, locale } = visit
  const sent = sentCode(visit)
  if (!sent) return visit.c.redirect('/apply/phone', 303)
  return answer(
    visit,
    <Page visit={visit} title={t('code.title')} back="/apply/phone" wrong={errors.length > 0}>
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
      <Form visit={visit} action="/apply/code">
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
          <Button block>{t('code.submit')}</Button>
        </Actions>
      </Form>
      <p>
        <a class="next-link" href="/apply/phone">
          {t('code.again')}
        </a>
      </p>
      <p class="quiet">{t('code.other')}</p>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postCode(visit: Visit, draft: OpenDraft): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const sent = sentCode(visit)
  const code = codeOf(one(fields, 'code'))
  if (!sent) return visit.c.redirect('/apply/phone', 303)
  if (!code) return codePage(visit, [{ field: 'code', text: visit.t('code.empty') }])
  try {
    const { caseId, next } = await submitDraft<Submitted>(visit, draft, { codeId: sent.id, code }, key)
    for (const name of ['draft', 'at', 'code'] as const) visit.jar.forget(name)
    return visit.c.redirect(`/my/${caseId}/receipt${next.byDate ? `?by=${next.byDate}` : ''}`, 303)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const wrongCode = codeErrors(visit, error)
    return wrongCode ? codePage(visit, wrongCode) : refused(visit, draft, error)
  }
}

/** What the server found wrong leads to the page where it was asked. */
async function refused(visit: Visit, draft: OpenDraft, problem: ApiProblem): Promise<Response> {
  if (problem.status === 429 || problem.status >= 500) throw problem
  const asking = await askingOf(visit, draft, 0)
  const issues = problem.issues.map(issue => ({
    field: pageOf(issue.pointer),
    text: textOf(visit, issue.code, issue.details),
  }))
  const errors = issues.length > 0 ? issues : [{ field: REVIEW, text: textOf(visit, problem.code, problem.details) }]
  const fields = { agree: ['yes'], sign: [draft.answers.commitment?.signedName ?? ''] }
  return answer(visit, <ReviewPage visit={visit} asking={asking} fields={fields} errors={errors} />, 422)
}

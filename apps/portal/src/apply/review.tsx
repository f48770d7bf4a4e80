/** 检查一遍: every answer with a way to change it, and the declaration that it is true. */
import { nameKey } from '@doudi/kernel'
import { Button, ChoiceList, ErrorSummary, type FieldError, TextField } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { all, type Fields, one, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { Visit } from '../server/visit.ts'
import { membersOf } from './answers.ts'
import { openDraft, saveDraft } from './draft.ts'
import { addressOf, pathOf, REVIEW, resumeAt, type Stop } from './path.ts'
import type { Asking } from './question.ts'
import { monthlyTotal } from './questions/income.tsx'
import { askingOf } from './routes.tsx'

export function reviewRoutes(app: App): void {
  app.get(REVIEW, async c => {
    const visit = c.get('visit')
    const draft = await openDraft(visit)
    const asking = await askingOf(visit, draft, 0)
    const next = draft ? resumeAt(asking.answers, visit.today) : '/apply/who'
    if (next !== REVIEW) return c.redirect(next, 303)
    visit.jar.keep('at', REVIEW)
    const { commitment } = asking.answers
    const fields = commitment ? { agree: ['yes'], sign: [commitment.signedName] } : {}
    return answer(visit, <ReviewPage visit={visit} asking={asking} fields={fields} errors={[]} />)
  })
  app.post(REVIEW, async c => {
    const visit = c.get('visit')
    const { fields } = await readForm(c, visit.jar)
    const draft = await openDraft(visit)
    if (!draft) return c.redirect('/apply/who', 303)
    const asking = await askingOf(visit, draft, 0)
    const errors = wrongIn(fields, asking)
    if (errors.length > 0)
      return answer(visit, <ReviewPage visit={visit} asking={asking} fields={fields} errors={errors} />, 422)
    await saveDraft(visit, draft, {
      ...draft.answers,
      commitment: { agreed: true, signedName: one(fields, 'sign').trim() },
    })
    return c.redirect('/apply/phone', 303)
  })
}

function wrongIn(fields: Fields, { t, answers }: Asking): FieldError[] {
  const signers = [answers.applicant?.name, answers.helper?.name].flatMap(name => (name ? [nameKey(name)] : []))
  const errors: FieldError[] = []
  if (one(fields, 'agree') !== 'yes') errors.push({ field: 'agree', text: t('commitment.agree.none') })
  if (!signers.includes(nameKey(one(fields, 'sign')))) errors.push({ field: 'sign', text: t('commitment.differs') })
  return errors
}

interface Props {
  readonly visit: Visit
  readonly asking: Asking
  readonly fields: Fields
  readonly errors: readonly FieldError[]
}

const sections = ['people', 'money', 'rest'] as const

export function ReviewPage({ visit, asking, fields, errors }: Props) {
  const { t, locale, today } = visit
  const path = pathOf(asking.answers, today)
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text
  return (
    <Page visit={visit} title={t('review.title')} wrong={errors.length > 0} back={addressOf(path.at(-1) as Stop)}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{t('review.title')}</h1>
      <p class="quiet">{t('review.hint')}</p>
      {sections.map(section => (
        <section key={section}>
          <h2>{t(`review.${section}`)}</h2>
          <dl class="answers">
            {path
              .filter(({ question }) => question.section === section)
              .map(stop => (
                <Answered key={addressOf(stop)} stop={stop} asking={asking} />
              ))}
          </dl>
          {section === 'money' && <Total {...asking} />}
        </section>
      ))}
      <Form visit={visit} action={REVIEW}>
        <h2>{t('commitment.title')}</h2>
        <p>{t('commitment.text')}</p>
        <ChoiceList
          name="agree"
          multiple
          locale={locale}
          label={<span class="hidden-text">{t('commitment.title')}</span>}
          error={errorOf('agree')}
          chosen={all(fields, 'agree')}
          choices={[{ value: 'yes', label: t('commitment.agree') }]}
        />
        <TextField
          name="sign"
          locale={locale}
          label={t('commitment.sign')}
          hint={t('commitment.sign.hint')}
          value={one(fields, 'sign')}
          error={errorOf('sign')}
        />
        <Actions>
          <Button block>{t('page.continue')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

function Answered({ stop, asking }: { stop: Stop; asking: Asking }) {
  const { t } = asking
  return (
    <>
      {stop.question.rows({ ...asking, n: stop.n }).map(row => (
        <div class="answer" key={row.what}>
          <dt>{row.what}</dt>
          <dd class="name">{row.answer}</dd>
          <dd class="answer-change">
            <a href={`${addressOf(stop)}?change=1`} aria-label={t('review.change.what', { what: row.what })}>
              {t('review.change')}
            </a>
          </dd>
        </div>
      ))}
    </>
  )
}

/** The sum nobody was asked for, in words. */
function Total({ t, answers }: Asking) {
  const { amount, unsure } = monthlyTotal(membersOf(answers).flatMap(({ incomes }) => incomes ?? []))
  return (
    <p class="quiet">
      {t('review.total', { amount })}
      {unsure && t('review.total.unsure')}
    </p>
  )
}

/** 我的救助: the cases of the household in small, and what it is paid. */
import { type CalendarDate, formatDate, formatMonth, formatYuan, fromWire, type Month } from '@doudi/kernel'
import { Button, Card, HouseholdLine } from '@doudi/light-ui'
import { unlessMissing } from '../server/api.ts'
import type { App } from '../server/app.ts'
import { Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { List, Me, OwnAward, OwnCase } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { caseLine } from './case-line.tsx'
import { caseByNumber } from './progress.tsx'

export function myRoutes(app: App): void {
  app.get('/my', c => myPage(c.get('visit')))
  app.get('/my/:number{number-[\\w-]+}', async c => {
    const id = await caseByNumber(c.get('visit'), c.req.param('number').slice('number-'.length))
    return c.redirect(id ? `/my/${id}` : '/my', 303)
  })
}

/** The resident who is signed in; a member of staff in this browser is asked to sign in as a resident. */
export async function residentOf({ api, c }: Visit): Promise<Me | Response> {
  const me = await unlessMissing(api.get<Me>('/me'))
  return me?.kind === 'resident' ? me : c.redirect(`/progress?next=${encodeURIComponent(c.req.path)}`, 303)
}

export const yuan = (amountFen: number): string => formatYuan(fromWire(amountFen), { decimals: 'when-needed' })

async function myPage(visit: Visit): Promise<Response> {
  const me = await residentOf(visit)
  if (me instanceof Response) return me
  const { t, api } = visit
  const [cases, awards] = await Promise.all([
    api.get<List<OwnCase>>('/my/cases'),
    unlessMissing(api.get<List<OwnAward>>('/my/awards')),
  ])
  return answer(
    visit,
    <Page visit={visit} title={t('my.title')} back="/">
      <h1>{t('my.title')}</h1>
      <p>{t('my.hello', { name: me.name })}</p>
      <h2>{t('my.awards')}</h2>
      {awards?.items.length ? (
        awards.items.map(award => <Award key={award.id} visit={visit} award={award} />)
      ) : (
        <p>{t('my.awards.none')}</p>
      )}
      <h2>{t('my.cases')}</h2>
      {cases.items.length === 0 && <p>{t('my.none')}</p>}
      {cases.items.map(one => (
        <CaseCard key={one.id} visit={visit} one={one} />
      ))}
      <Form visit={visit} action="/sign-out">
        <Button kind="secondary">{t('my.sign-out')}</Button>
      </Form>
    </Page>,
  )
}

function CaseCard({ visit, one }: { visit: Visit; one: OwnCase }) {
  const { t, locale } = visit
  return (
    <Card>
      <h3>{t('my.dibao')}</h3>
      <p class="quiet">
        {t('my.number', { number: one.number })} · {t('my.submitted', { date: formatDate(one.submittedOn, locale) })}
      </p>
      <HouseholdLine mini steps={caseLine(visit, one)} locale={locale} />
      <p>{locale === 'en' ? one.plain.en : one.plain.zh}</p>
      <p>
        <Button kind="secondary" href={`/my/${one.id}`}>
          {t('my.open')}
        </Button>
      </p>
    </Card>
  )
}

function Award({ visit, award }: { visit: Visit; award: OwnAward }) {
  const { t, locale } = visit
  const month = (text: string) => formatMonth(text as Month, locale)
  const state =
    award.status === 'active' ? 'my.award.active' : award.status === 'ended' ? 'my.award.ended' : 'my.award.on-hold'
  return (
    <Card>
      <p class="large-figure">{t('my.award.monthly', { amount: yuan(award.monthlyFen) })}</p>
      <p>
        {t(state)}，{t('my.award.from', { month: month(award.startMonth) })}
        {award.endMonth && `，${t('my.award.until', { month: month(award.endMonth) })}`}
      </p>
      {award.holdReason && <p>{t('my.award.held', { reason: award.holdReason })}</p>}
      {award.payments && award.payments.length > 0 && <Payments visit={visit} award={award} />}
    </Card>
  )
}

function Payments({ visit: { t, locale }, award: { payments = [] } }: { visit: Visit; award: OwnAward }) {
  return (
    <>
      <h3>{t('my.payments')}</h3>
      <ul class="plain-list">
        {payments.map(({ month, amountFen, paidOn, bank, tail }) => (
          <li key={month}>
            {t('my.payment', { month: formatMonth(month as Month, locale), amount: yuan(amountFen) })}
            <span class="quiet small">
              {paidOn && ` ${formatDate(paidOn as CalendarDate, locale, { year: false })}`}
              {bank && ` ${t('my.payment.to', { bank, tail: tail ?? '' })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

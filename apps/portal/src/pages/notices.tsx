/** The notice board: village by village, surnames only. Anybody may object, with or without a name. */
import { addDays, attempt, cleanText, formatDate, parsePersonName, parsePhone } from '@doudi/kernel'
import { Button, Card, ChoiceList, ErrorSummary, Fact, type FieldError, Notice, TextField } from '@doudi/light-ui'
import { issueText } from '../apply/question.ts'
import { VillageSelect } from '../apply/questions/where.tsx'
import type { App } from '../server/app.ts'
import { all, type Fields, one, readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { List, PublicNotice } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { yuan } from './my.tsx'

export function noticeRoutes(app: App): void {
  app.get('/notices', c => boardPage(c.get('visit'), c.req.query('village')))
  app.get('/notices/:id', c => detailPage(c.get('visit'), c.req.param('id'), {}, []))
  app.post('/notices/:id', c => postObjection(c.get('visit'), c.req.param('id')))
}

async function boardPage(visit: Visit, village: string | undefined): Promise<Response> {
  const { t, api, around, place } = visit
  const county = place?.code ?? ''
  const [villages, towns] = await Promise.all([around.villages(api, county), around.towns(api, county)])
  const chosen = villages.find(({ code }) => code === village)
  const query = chosen ? `village=${chosen.code}` : `county=${county}`
  const { items } = await api.get<List<PublicNotice>>(`/public/notices?${query}`)
  const title = t('notices.of', { place: chosen?.name ?? place?.name ?? '' })
  return answer(
    visit,
    <Page visit={visit} title={title} back="/">
      <h1>{title}</h1>
      <p id="objection">{t('notices.lead')}</p>
      <form method="get" action="/notices" class="filter">
        <label class="field-label" for="village">
          {t('notices.village')}
        </label>
        <VillageSelect
          villages={villages}
          towns={towns}
          chosen={chosen?.code ?? ''}
          choose={t('where.village.choose')}
        />
        <Button kind="secondary">{t('notices.show')}</Button>
      </form>
      {items.length === 0 && <p>{t('notices.none')}</p>}
      {items.map(notice => (
        <NoticeCard
          key={notice.id}
          visit={visit}
          notice={notice}
          villageName={villages.find(({ code }) => code === notice.village)?.name}
        />
      ))}
    </Page>,
  )
}

function NoticeCard({
  visit: { t, locale },
  notice,
  villageName,
}: {
  visit: Visit
  notice: PublicNotice
  villageName: string | undefined
}) {
  return (
    <Card>
      <h2 class="name">{notice.applicantMasked}</h2>
      <p>
        {villageName}，{t('notices.size', { n: notice.householdSize })}，
        {t('notices.amount', { amount: yuan(notice.amountFen) })}
      </p>
      <p class="quiet">
        {t('notices.until', { date: formatDate(notice.endsOn, locale, { year: false, weekday: true }) })}
      </p>
      <p>
        <Button kind="secondary" href={`/notices/${notice.id}`}>
          {t('notices.open')}
        </Button>
      </p>
    </Card>
  )
}

async function detailPage(visit: Visit, id: string, fields: Fields, errors: readonly FieldError[]): Promise<Response> {
  const { t, locale, api, around, today, c } = visit
  const notice = await api.get<PublicNotice>(`/public/notices/${encodeURIComponent(id)}`)
  const village = await around.division(api, notice.village)
  // The day on which it is hung up does not count.
  const day = (date: PublicNotice['postedOn']) => formatDate(date, locale, { year: false, weekday: true })
  return answer(
    visit,
    <Page visit={visit} title={t('notice.title')} back={`/notices?village=${notice.village}`} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      {c.req.query('done') && (
        <Notice kind="done" title={t('objection.done')}>
          <p>{t('objection.done.text')}</p>
        </Notice>
      )}
      <h1>{t('notice.title')}</h1>
      <p>{t('notice.text')}</p>
      <dl class="facts">
        <Fact label={t('notice.applicant')}>
          <span class="name">{notice.applicantMasked}</span>
        </Fact>
        <Fact label={t('notice.village')}>{village.name}</Fact>
        <Fact label={t('notice.size')}>{t('notices.size', { n: notice.householdSize })}</Fact>
        <Fact label={t('notice.covered')}>{t('notices.covered', { n: notice.covered })}</Fact>
        <Fact label={t('notice.amount')}>{t('notice.amount.value', { amount: yuan(notice.amountFen) })}</Fact>
        <Fact label={t('notice.period')}>
          {t('notice.period.value', { from: day(addDays(notice.postedOn, 1)), to: day(notice.endsOn) })}
        </Fact>
        <Fact label={t('notice.office')}>{notice.office}</Fact>
        {notice.contactPhone && <Fact label={t('notice.phone')}>{notice.contactPhone}</Fact>}
      </dl>
      {today > notice.endsOn ? (
        <p>{t('notice.over')}</p>
      ) : (
        <ObjectionForm visit={visit} id={id} fields={fields} errors={errors} />
      )}
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

interface ObjectionProps {
  readonly visit: Visit
  readonly id: string
  readonly fields: Fields
  readonly errors: readonly FieldError[]
}

function ObjectionForm({ visit, id, fields, errors }: ObjectionProps) {
  const { t, locale } = visit
  const ask = (name: string) => ({ name, locale, error: errors.find(({ field }) => field === name)?.text })
  const named = (
    <>
      <TextField
        {...ask('your-name')}
        label={t('objection.your-name')}
        value={one(fields, 'your-name')}
        autoComplete="name"
      />
      <TextField
        {...ask('your-phone')}
        label={t('objection.your-phone')}
        value={one(fields, 'your-phone')}
        inputMode="tel"
        autoComplete="tel"
      />
    </>
  )
  return (
    <Form visit={visit} action={`/notices/${id}`}>
      <h2>{t('objection.title')}</h2>
      <p class="quiet">{t('objection.hint')}</p>
      <TextField
        {...ask('content')}
        label={t('objection.content')}
        lines={4}
        maxLength={2000}
        value={one(fields, 'content')}
      />
      <ChoiceList
        {...ask('named')}
        label={t('objection.name')}
        chosen={all(fields, 'named')}
        choices={[
          { value: 'no', label: t('objection.anonymous') },
          { value: 'yes', label: t('objection.named'), more: named },
        ]}
      />
      <Actions>
        <Button block>{t('objection.send')}</Button>
      </Actions>
    </Form>
  )
}

async function postObjection(visit: Visit, id: string): Promise<Response> {
  const { fields, key } = await readForm(visit.c, visit.jar)
  const errors: FieldError[] = []
  const read = <T,>(field: string, parse: () => T): T | undefined => {
    const outcome = attempt(parse)
    if (!outcome.ok) errors.push({ field, text: issueText(outcome.issue, visit.locale) })
    return outcome.ok ? outcome.value : undefined
  }
  const content = read('content', () => cleanText(one(fields, 'content'), { max: 2000, required: true }).text)
  const named = one(fields, 'named')
  if (named !== 'yes' && named !== 'no') errors.push({ field: 'named', text: visit.t('objection.named.none') })
  const who =
    named === 'yes'
      ? {
          name: read('your-name', () => parsePersonName(one(fields, 'your-name'))),
          phone: read('your-phone', () => parsePhone(one(fields, 'your-phone'))),
        }
      : {}
  if (errors.length > 0) return detailPage(visit, id, fields, errors)
  await visit.api.post(
    `/public/notices/${encodeURIComponent(id)}/objections`,
    { anonymous: named === 'no', content, ...who },
    { key },
  )
  return visit.c.redirect(`/notices/${id}?done=1`, 303)
}

/** One case for its family: where it stands, what is missing, what was decided and why. And the receipt, to print. */
import { formatDate, formatMonth, isCalendarDate, type Month } from '@doudi/kernel'
import { Button, DecisionSeal, Fact, HouseholdLine, Notice } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { answer, Page } from '../server/page.tsx'
import type { OwnCase, OwnDecision } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { caseLine } from './case-line.tsx'
import { residentOf, yuan } from './my.tsx'
import { isPaper, paperName } from './paper.tsx'

export function myCaseRoutes(app: App): void {
  app.get('/my/:id', c => withCase(c.get('visit'), c.req.param('id'), CasePage))
  app.get('/my/:id/receipt', c => withCase(c.get('visit'), c.req.param('id'), Receipt))
  app.get('/my/:id/letters/:letter', async c => {
    const letter = await c.get('visit').api.document(`/my/letters/${encodeURIComponent(c.req.param('letter'))}/print`)
    const headers = {
      'content-type': letter.headers.get('content-type') ?? 'text/html',
      'cache-control': 'private, no-store',
    }
    return new Response(letter.body, { headers })
  })
}

interface Props {
  readonly visit: Visit
  readonly one: OwnCase
}

export async function ownCase(visit: Visit, id: string): Promise<OwnCase | Response> {
  const me = await residentOf(visit)
  return me instanceof Response ? me : visit.api.get<OwnCase>(`/my/cases/${encodeURIComponent(id)}`)
}

async function withCase(visit: Visit, id: string, Shown: (props: Props) => ReturnType<typeof Page>): Promise<Response> {
  const one = await ownCase(visit, id)
  return one instanceof Response ? one : answer(visit, <Shown visit={visit} one={one} />)
}

function CasePage({ visit, one }: Props) {
  const { t, locale } = visit
  const sent = visit.c.req.query('sent')
  return (
    <Page visit={visit} title={t('case.title')} back="/my">
      {sent && isPaper(sent) && <Notice kind="done">{t('paper.done', { what: paperName(visit, sent) })}</Notice>}
      <h1>{t('case.title')}</h1>
      <p class="quiet">{t('my.number', { number: one.number })}</p>
      <p>{locale === 'en' ? one.plain.en : one.plain.zh}</p>
      {one.missing.length > 0 && <Missing visit={visit} one={one} />}
      {one.decision && <Decision visit={visit} id={one.id} decision={one.decision} />}
      <LetterLink visit={visit} id={one.id} letterId={one.rejectionLetterId} />
      <h2>{t('case.line')}</h2>
      <HouseholdLine steps={caseLine(visit, one)} locale={locale} />
      <ul class="rows">
        <li>
          <a class="row-link" href={`/my/${one.id}/receipt`}>
            {t('case.receipt')}
          </a>
        </li>
        {one.mayWithdraw && (
          <li>
            <a class="row-link" href={`/my/${one.id}/withdraw`}>
              {t('case.withdraw')}
            </a>
          </li>
        )}
      </ul>
    </Page>
  )
}

function Missing({ visit, one }: Props) {
  const { t } = visit
  return (
    <Notice kind="wait" title={t('case.missing')}>
      <p>{t('case.missing.text', { count: one.missing.length })}</p>
      <PaperLinks visit={visit} one={one} />
    </Notice>
  )
}

function PaperLinks({ visit, one }: Props) {
  return (
    <ul class="plain-list">
      {one.missing.map(kind => (
        <li key={kind}>
          <a href={`/my/${one.id}/papers/${encodeURIComponent(kind)}`}>
            {visit.t('case.upload', { what: paperName(visit, kind) })}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Decision({ visit, id, decision }: { visit: Visit; id: string; decision: OwnDecision }) {
  const { t, locale, place } = visit
  const sentences = decision.explanation.map(({ zh, en }) => (locale === 'en' ? en : zh))
  const granted = decision.outcome === 'approved'
  return (
    <section class="decision">
      <h2>{t(granted ? 'case.approved' : 'case.refused', { amount: yuan(decision.amountFen) })}</h2>
      {granted && decision.firstMonth && (
        <p>{t('case.approved.from', { month: formatMonth(decision.firstMonth as Month, locale) })}</p>
      )}
      <p>
        <DecisionSeal office={place?.name ?? ''} outcome={decision.outcome} on={decision.on} locale={locale} />
      </p>
      <h3>{t('case.why')}</h3>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {decision.remedies && (
        <>
          <h3>{t('case.remedies')}</h3>
          <p>{locale === 'en' ? decision.remedies.en : decision.remedies.zh}</p>
        </>
      )}
      <LetterLink visit={visit} id={id} letterId={decision.letterId} />
    </section>
  )
}

function LetterLink({ visit, id, letterId }: { visit: Visit; id: string; letterId: string | null }) {
  if (!letterId) return null
  return (
    <p>
      <Button kind="secondary" href={`/my/${id}/letters/${letterId}`}>
        {visit.t('case.letter')}
      </Button>
    </p>
  )
}

/** What a family keeps: number, date, what comes next and by when, who comes, the telephone. One sheet of A4. */
function Receipt({ visit, one }: Props) {
  const { t, locale } = visit
  const by = visit.c.req.query('by') ?? ''
  const day =
    isCalendarDate(by) && one.status === 'submitted'
      ? formatDate(by, locale, { year: false, weekday: true })
      : undefined
  return (
    <Page visit={visit} title={t('receipt.title')} kind="paper">
      <div data-forget="">
        <h1>{t('receipt.title')}</h1>
        <dl class="receipt">
          <Fact label={t('receipt.number')}>
            <strong class="case-number">{one.number}</strong>
          </Fact>
          <Fact label={t('receipt.on')}>{formatDate(one.submittedOn, locale, { weekday: true })}</Fact>
        </dl>
        <p>{t('receipt.keep')}</p>
        <h2>{t('receipt.next')}</h2>
        <ol>
          {day && <li>{t('receipt.look', { date: day })}</li>}
          <li>{t('receipt.visit')}</li>
          <li>{t('receipt.notice')}</li>
          <li>{t('receipt.decide')}</li>
        </ol>
        <HouseholdLine steps={caseLine(visit, one)} locale={locale} />
        {one.missing.length > 0 && (
          <section>
            <h2>{t('receipt.papers')}</h2>
            <PaperLinks visit={visit} one={one} />
          </section>
        )}
        <p>{t('receipt.free')}</p>
        <p class="no-print" data-print={t('page.print')} />
        <p class="no-print">
          <Button kind="secondary" href={`/my/${one.id}`}>
            {t('receipt.progress')}
          </Button>
        </p>
      </div>
    </Page>
  )
}

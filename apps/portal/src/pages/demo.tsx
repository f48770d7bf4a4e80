/** Only where the API says that this is the demo: who may sign in, with which codes, and the messages that were "sent". */
import { type CalendarDate, formatDate } from '@doudi/kernel'
import { Button, Card } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { answer, Page } from '../server/page.tsx'
import { missing } from '../server/page-problems.tsx'
import type { Visit } from '../server/visit.ts'

interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly roleName: string
  readonly divisionName: string
  readonly password: string
  readonly code: string
}

interface SentText {
  readonly at: string
  readonly recipientMasked: string
  readonly text: string
}

export function demoRoutes(app: App): void {
  app.get('/demo', c => (c.get('visit').demo ? demoPage(c.get('visit')) : missing(c.get('visit'))))
}

/** Some lists come bare, some as a page of items. */
const itemsOf = <T,>(reply: readonly T[] | { readonly items: readonly T[] }): readonly T[] =>
  'items' in reply ? reply.items : reply

async function demoPage(visit: Visit): Promise<Response> {
  const { t, api, locale, today, place } = visit
  const [accounts, outbox] = await Promise.all([
    api.get<readonly DemoAccount[] | { items: readonly DemoAccount[] }>('/demo/accounts').then(itemsOf),
    api.get<readonly SentText[] | { items: readonly SentText[] }>('/demo/outbox').then(itemsOf),
  ])
  return answer(
    visit,
    <Page visit={visit} title={t('demo.title')} back="/">
      <h1>{t('demo.title')}</h1>
      <p>{t('demo.text')}</p>
      <p>{t('demo.clock', { date: formatDate(today, locale, { weekday: true }) })}</p>
      <h2 id="outbox">{t('demo.outbox')}</h2>
      <p class="quiet">{t('demo.outbox.hint')}</p>
      <Button kind="secondary" href="/demo#outbox">
        {t('demo.refresh')}
      </Button>
      {outbox.length === 0 && <p>{t('demo.outbox.none')}</p>}
      <ul class="outbox">
        {outbox.slice(0, 20).map(sent => (
          <li key={`${sent.at}${sent.recipientMasked}${sent.text}`}>
            <Card>
              <p class="quiet small">
                {sent.recipientMasked} · {timeOf(sent.at, locale)}
              </p>
              <p>{sent.text}</p>
            </Card>
          </li>
        ))}
      </ul>
      <h2>{t('demo.links')}</h2>
      <ul class="rows">
        {[
          { href: '/console/', text: t('demo.console') },
          { href: '/field/', text: t('demo.field') },
          { href: `/screen/${place?.code ?? ''}`, text: t('demo.screen') },
        ].map(({ href, text }) => (
          <li key={href}>
            <a class="row-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('demo.accounts')}</h2>
      <p class="quiet">{t('demo.accounts.hint')}</p>
      <Accounts visit={visit} accounts={accounts} />
    </Page>,
  )
}

function timeOf(instant: string, locale: Visit['locale']): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  const day = formatDate(there.toPlainDate().toString() as CalendarDate, locale, { year: false })
  return `${day} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

function Accounts({ visit: { t }, accounts }: { visit: Visit; accounts: readonly DemoAccount[] }) {
  return (
    <div class="wide">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('demo.login')}</th>
            <th scope="col">{t('demo.role')}</th>
            <th scope="col">{t('demo.code')}</th>
            <th scope="col">{t('demo.password')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(account => (
            <tr key={account.login}>
              <th scope="row">{account.login}</th>
              <td>
                {account.name}，{account.roleName}，{account.divisionName}
              </td>
              <td class="figure">{account.code}</td>
              <td>{account.password}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

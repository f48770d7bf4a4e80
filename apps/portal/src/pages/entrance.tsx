/** The entrance, on one screen of an old phone: four verbs, a telephone, a way to check first. Also district and rules. */
import { Button, PhoneIcon } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { answer, Page } from '../server/page.tsx'
import type { Visit } from '../server/visit.ts'

export function entranceRoutes(app: App): void {
  app.get('/', async c => answer(c.get('visit'), <Entrance visit={c.get('visit')} />))
  app.get('/place', c => placePage(c.get('visit')))
  app.get('/policy', async c => answer(c.get('visit'), <PolicyPage visit={c.get('visit')} />))
}

const verbs = [
  { name: 'apply', href: '/apply' },
  { name: 'progress', href: '/progress' },
  { name: 'my', href: '/my' },
  { name: 'help', href: '/apply?for=other' },
] as const

const smallLinks = [
  { name: 'policy', href: '/policy' },
  { name: 'notices', href: '/notices' },
  { name: 'objection', href: '/notices#objection' },
] as const

function Entrance({ visit }: { visit: Visit }) {
  const { t, place } = visit
  const phone = place?.contactPhone
  return (
    <Page visit={visit} title={t('entrance.lead')} kind="entrance">
      <h1>{t('entrance.lead')}</h1>
      <ul class="verbs">
        {verbs.map(({ name, href }) => (
          <li key={name}>
            <a class={`verb verb-${name}`} href={href}>
              <span class="verb-name">{t(`entrance.${name}`)}</span>
              <span class="verb-hint">{t(`entrance.${name}.hint`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="entrance-check">
        <Button kind="secondary" href="/check" block>
          {t('entrance.check')}
        </Button>
      </p>
      {phone && (
        <p class="entrance-call">
          <Button kind="secondary" href={`tel:${phone.replace(/-/g, '')}`} block>
            <PhoneIcon />
            <span>
              {t('entrance.call')} <span class="figure">{phone}</span>
            </span>
          </Button>
        </p>
      )}
      <ul class="small-links">
        {smallLinks.map(({ name, href }) => (
          <li key={name}>
            <a href={href}>{t(`entrance.${name}`)}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

async function placePage(visit: Visit): Promise<Response> {
  const { t, around, api, place } = visit
  const districts = await around.districts(api)
  return answer(
    visit,
    <Page visit={visit} title={t('place.title')} back="/">
      <h1>{t('place.title')}</h1>
      <ul class="rows">
        {districts.map(({ code, name }) => (
          <li key={code}>
            <a class="row-link" href={`/?place=${code}`} aria-current={code === place?.code ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

const steps = ['apply', 'check', 'visit', 'notice', 'decide', 'pay'] as const

function PolicyPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('policy.title')} back="/">
      <h1>{t('policy.title')}</h1>
      <h2>{t('policy.who.title')}</h2>
      <p>{t('policy.who')}</p>
      <p>{t('policy.who.single')}</p>
      <h2>{t('policy.money.title')}</h2>
      <p>{t('policy.money')}</p>
      <h2>{t('policy.steps.title')}</h2>
      <ol>
        {steps.map(step => (
          <li key={step}>{t(`policy.steps.${step}`)}</li>
        ))}
      </ol>
      <h2>{t('policy.rights.title')}</h2>
      <p>{t('policy.rights')}</p>
      <p>{t('policy.urgent')}</p>
      <p>
        <Button href="/apply" block>
          {t('entrance.apply')}
        </Button>
      </p>
    </Page>
  )
}

/** The frame of every page: service and district, switches, the telephone, the content, a few words at the foot. */
import { ElderSwitch, LanguageSwitch, PhoneBar } from '@doudi/light-ui'
import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assets } from './assets.ts'
import { type Visit, withPreference } from './visit.ts'

export interface PageProps {
  readonly visit: Visit
  readonly title: string
  readonly children: ComponentChildren
  /** Of the page before; every question page has one. */
  readonly back?: string | undefined
  readonly wrong?: boolean
  readonly kind?: 'entrance' | 'paper' | undefined
}

export function Page({ visit, title, children, back, wrong, kind }: PageProps): JSX.Element {
  const { t, locale } = visit
  return (
    <html lang={locale} data-mode={visit.elder ? 'elder' : undefined} data-theme={visit.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${wrong ? t('page.wrong') : ''}${title} · ${t('service')}`}</title>
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#083a66" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script} />
      </head>
      <body class={kind && `page-${kind}`}>
        <a class="skip" href="#main">
          {t('page.skip')}
        </a>
        <Band visit={visit} />
        {visit.place?.contactPhone && (
          <PhoneBar phone={visit.place.contactPhone} hours={visit.place.contactHours} locale={locale} />
        )}
        <main id="main" tabIndex={-1}>
          {back && (
            <p class="back">
              <a href={back}>{t('page.back')}</a>
            </p>
          )}
          {children}
        </main>
        <Foot visit={visit} />
      </body>
    </html>
  )
}

function Band({ visit }: { visit: Visit }) {
  const { t, locale, elder, place } = visit
  return (
    <header class="band">
      <a class="band-name" href="/">
        <span class="band-service">{t('service')}</span>
        <span class="band-place">{place?.name ?? ''}</span>
      </a>
      <nav class="band-switches" aria-label={t('page.switches')} data-read={t('page.read')} data-stop={t('page.stop')}>
        <ElderSwitch on={elder} href={withPreference(visit, 'mode', elder ? 'standard' : 'elder')} locale={locale} />
        <LanguageSwitch locale={locale} href={withPreference(visit, 'lang', locale === 'en' ? 'zh-CN' : 'en')} />
      </nav>
    </header>
  )
}

function Foot({ visit }: { visit: Visit }) {
  const { t, theme, demo } = visit
  return (
    <footer class="foot">
      <ul>
        <li>
          <a href="/place">{t('page.place')}</a>
        </li>
        <li>
          <a href={withPreference(visit, 'theme', theme ? 'plain' : 'contrast')}>
            {t(theme ? 'page.plain' : 'page.contrast')}
          </a>
        </li>
        {demo && (
          <li>
            <a href="/demo">{t('page.demo')}</a>
          </li>
        )}
      </ul>
      <p>{t('page.host', { place: visit.place?.name ?? '' })}</p>
    </footer>
  )
}

/** A whole page as an answer. Nothing personal stays in a shared cache or behind the Back button. */
export function answer(
  visit: Visit,
  page: JSX.Element,
  status: 200 | 403 | 404 | 422 | 429 | 500 | 503 = 200,
): Response {
  visit.c.header('cache-control', 'private, no-store')
  return visit.c.html(`<!doctype html>${renderToString(page)}`, status)
}

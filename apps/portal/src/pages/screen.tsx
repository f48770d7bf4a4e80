/** The notice screen of a town or village hall: no login, only what may be public, nothing after its last day. */

import { renderToString } from 'preact-render-to-string'
import type { App } from '../server/app.ts'
import { assets } from '../server/assets.ts'
import type { List, Place, PublicNotice } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { yuan } from './my.tsx'
import { type BoardRow, type BoardWords, ScreenBoard } from './screen-board.tsx'

export function screenRoutes(app: App): void {
  app.get('/screen/:area', async c => {
    const visit = c.get('visit')
    const { place, rows } = await boardOf(visit, c.req.param('area'))
    c.header('cache-control', 'no-store')
    return c.html(`<!doctype html>${renderToString(<Screen visit={visit} place={place} rows={rows} />)}`)
  })
  /** What the screen's script asks for every minute. */
  app.get('/screen/:area/rows', async c => {
    const { rows } = await boardOf(c.get('visit'), c.req.param('area'))
    c.header('cache-control', 'no-store')
    return c.json({ rows })
  })
}

async function boardOf(
  { api, around, today }: Visit,
  area: string,
): Promise<{ place: Place; rows: readonly BoardRow[] }> {
  const place = await around.division(api, area)
  const { items } = await api.get<List<PublicNotice>>(`/public/screen?area=${place.code}`)
  const villages = await Promise.all(items.map(({ village }) => around.division(api, village)))
  const rows = items.map((notice, i) => ({
    id: notice.id,
    applicantMasked: notice.applicantMasked,
    villageName: villages[i]?.name ?? '',
    householdSize: notice.householdSize,
    amount: yuan(notice.amountFen),
    endsOn: notice.endsOn,
  }))
  return { place, rows: rows.filter(({ endsOn }) => endsOn >= today) }
}

function Screen({ visit, place, rows }: { visit: Visit; place: Place; rows: readonly BoardRow[] }) {
  const { t, locale } = visit
  const words: BoardWords = {
    applicant: t('screen.applicant'),
    village: t('screen.village'),
    size: t('screen.size'),
    amount: t('screen.amount'),
    until: t('screen.until'),
    none: t('screen.none'),
  }
  return (
    <html lang={locale} data-theme="screen">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${place.name} ${t('screen.title')}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.screen} />
      </head>
      <body class="screen">
        <header class="screen-head">
          <h1>
            {place.name} {t('screen.title')}
          </h1>
          {place.contactPhone && <p>{t('screen.phone', { phone: place.contactPhone })}</p>}
        </header>
        <main
          id="board"
          data-rows={JSON.stringify(rows)}
          data-words={JSON.stringify(words)}
          data-page={t('screen.page')}
        >
          <ScreenBoard rows={rows} words={words} page={0} />
        </main>
        <p class="screen-page" id="page" />
      </body>
    </html>
  )
}

/** For a browser that cannot keep anything sealed: said plainly, instead of keeping it open. */
import type { JSX } from 'preact'
import type { Settings } from '../settings.ts'
import { wordsFor } from '../words/index.ts'

export function Unsupported({ settings }: { readonly settings: Settings }): JSX.Element {
  const t = wordsFor(settings.locale)
  return (
    <main class="door">
      <h1>{t('app.name')}</h1>
      <p>{t('app.unsupported')}</p>
    </main>
  )
}

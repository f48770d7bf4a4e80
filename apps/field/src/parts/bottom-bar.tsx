/** The four places of the app, under the thumb. */
import type { JSX } from 'preact'
import { useSurroundings } from '../surroundings.tsx'

const icons = {
  today: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4',
  find: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  report: 'M4 10v4h3l7 4V6l-7 4zM17 9a4 4 0 0 1 0 6',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-4 4-6 8-6s7 2 8 6',
} as const

const belongs: Readonly<Record<string, keyof typeof icons>> = {
  ...{ today: 'today', visit: 'today', conflict: 'today', find: 'find', household: 'find', paper: 'find' },
  ...{ report: 'report', me: 'me', outbox: 'me', 'sign-out': 'me' },
}

export function BottomBar({ page }: { readonly page: string }): JSX.Element {
  const { t } = useSurroundings()
  const here = belongs[page] ?? 'today'
  return (
    <nav class="bottom-bar" aria-label={t('nav.label')}>
      {(Object.keys(icons) as (keyof typeof icons)[]).map(place => (
        <a key={place} href={`#/${place}`} aria-current={place === here ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={icons[place]} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
          </svg>
          {t(`nav.${place}`)}
        </a>
      ))}
    </nav>
  )
}

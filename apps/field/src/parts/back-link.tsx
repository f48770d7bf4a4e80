/** The way back, in the same place on every page below the four. */
import type { JSX } from 'preact'
import { useSurroundings } from '../surroundings.tsx'

export function BackLink({ to }: { readonly to: string }): JSX.Element {
  const { t } = useSurroundings()
  return (
    <a class="back" href={`#/${to}`}>
      ← {t('app.back')}
    </a>
  )
}

/** The frame of the pages before the PIN: name of the service, one question, one button. */
import type { ComponentChildren, JSX } from 'preact'
import { useSurroundings } from '../surroundings.tsx'

interface Props {
  readonly title: string
  readonly onSubmit: () => void
  readonly children: ComponentChildren
  readonly below?: ComponentChildren
}

export function Door({ title, onSubmit, children, below }: Props): JSX.Element {
  const { t, settings, changeSettings } = useSurroundings()
  const other = settings.locale === 'en' ? 'zh-CN' : 'en'
  return (
    <main class="door">
      <p class="door-name">
        <span class="door-mark" aria-hidden="true">
          兜
        </span>
        {t('app.name')}
        <button type="button" class="switch" lang={other} onClick={() => changeSettings({ locale: other })}>
          {other === 'en' ? 'English' : '中文'}
        </button>
      </p>
      <form
        onSubmit={event => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <h1>{title}</h1>
        {children}
      </form>
      {below}
    </main>
  )
}

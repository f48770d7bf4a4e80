/** Language, print, colours; what lies on this phone; the way out. */
import { Button, ChoiceList } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isDone } from '../outbox/outbox-row.ts'
import { type Settings, textSizes, themes } from '../settings.ts'
import { dayText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'

export function MePage(): JSX.Element {
  const { app, state, t, locale, settings, changeSettings } = useSurroundings()
  const unsent = state.items.filter(({ row }) => !isDone(row)).length
  return (
    <>
      <h1>{t('me.title')}</h1>
      <p class="quiet">{[state.name, state.login].filter(Boolean).join(' · ')}</p>
      <Button type="button" block disabled={state.syncing || !state.online} onClick={() => void app.synchronise()}>
        {t(state.syncing ? 'sync.now' : 'me.sync')}
      </Button>
      <Button href="#/outbox" kind="secondary" block>
        {t('me.outbox')} · {t('sync.waiting', { count: unsent })}
      </Button>
      <Choose
        name="locale"
        values={['zh-CN', 'en'] as const}
        say={value => (value === 'en' ? 'English' : '中文')}
        label={t('me.language')}
        change={value => changeSettings({ locale: value })}
        chosen={locale}
      />
      <Choose
        name="size"
        values={textSizes}
        say={value => t(`size.${value}`)}
        label={t('me.size')}
        change={value => changeSettings({ textSize: value })}
        chosen={settings.textSize}
      />
      <Choose
        name="theme"
        values={themes}
        say={value => t(`theme.${value}`)}
        label={t('me.theme')}
        change={value => changeSettings({ theme: value })}
        chosen={settings.theme}
      />
      <h2>{t('me.storage')}</h2>
      <dl class="stored">
        <dt>{t('me.storage.households')}</dt>
        <dd>{state.pack?.households.length ?? 0}</dd>
        <dt>{t('me.storage.outbox')}</dt>
        <dd>{unsent}</dd>
        <SpaceUsed />
        {state.expiresAt && (
          <>
            <dt>{t('me.storage.expires')}</dt>
            <dd>{dayText(state.expiresAt, locale)}</dd>
          </>
        )}
      </dl>
      <p class="quiet">{t('me.storage.note')}</p>
      <Button type="button" kind="secondary" block onClick={() => app.lock()}>
        {t('me.lock')}
      </Button>
      <Button href="#/sign-out" kind="secondary" block>
        {t('me.sign-out')}
      </Button>
    </>
  )
}

interface ChooseProps<V extends Settings[keyof Settings]> {
  readonly name: string
  readonly label: string
  readonly values: readonly V[]
  readonly say: (value: V) => string
  readonly chosen: V
  readonly change: (value: V) => void
}

function Choose<V extends Settings[keyof Settings]>({ name, label, values, say, chosen, change }: ChooseProps<V>) {
  const { locale } = useSurroundings()
  return (
    <ChoiceList
      name={name}
      label={label}
      locale={locale}
      choices={values.map(value => ({ value, label: say(value) }))}
      chosen={[chosen]}
      inRow
      onChoose={value => change(value as V)}
    />
  )
}

function SpaceUsed() {
  const { t } = useSurroundings()
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    void navigator.storage?.estimate?.().then(({ usage }) => setBytes(usage))
  }, [])
  if (bytes === undefined) return null
  return (
    <>
      <dt>{t('me.storage.used')}</dt>
      <dd>{(bytes / 1_000_000).toFixed(1)} MB</dd>
    </>
  )
}

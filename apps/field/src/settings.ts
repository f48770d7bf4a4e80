/** How this phone shows things. Nothing here is about a family, so it may lie open. */
import type { Locale } from '@doudi/kernel'

export const textSizes = ['normal', 'large', 'largest'] as const
export const themes = ['paper', 'sunlight', 'contrast'] as const

export interface Settings {
  readonly locale: Locale
  readonly textSize: (typeof textSizes)[number]
  readonly theme: (typeof themes)[number]
  /** A name the phone gave itself; says which of somebody's phones wrote an entry. */
  readonly device: string
}

const NAME = 'doudi-field-settings'

export function readSettings(): Settings {
  const kept = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Settings>
  const device = kept.device ?? `phone-${Math.random().toString(36).slice(2, 8)}`
  const settings: Settings = { locale: 'zh-CN', textSize: 'normal', theme: 'paper', ...kept, device }
  if (!kept.device) keepSettings(settings)
  return settings
}

export function keepSettings(settings: Settings): void {
  localStorage.setItem(NAME, JSON.stringify(settings))
}

export function showSettings({ locale, textSize, theme }: Settings): void {
  const { documentElement: root } = document
  root.lang = locale
  root.dataset.size = textSize
  root.dataset.theme = theme
}

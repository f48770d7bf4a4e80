/** Help in the same place on every page: the telephone with its hours, the larger print, the other language. */
import type { JSX } from 'preact'
import { type Locale, words } from './words.ts'

interface PhoneProps {
  readonly phone: string
  readonly hours?: string | null | undefined
  readonly locale: Locale
}

export function PhoneIcon(): JSX.Element {
  return (
    <svg class="phone-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M6.5 3 9.5 8l-2.2 2.2c1.2 2.7 3.8 5.3 6.5 6.5L16 14.5l5 3-.7 3c-.2.8-1 1.3-1.8 1.3C10.3 21 3 13.7 2.2 5.5c0-.8.5-1.6 1.3-1.8z"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
    </svg>
  )
}

export function PhoneBar({ phone, hours, locale }: PhoneProps): JSX.Element {
  return (
    <aside class="phone-bar" aria-label={words(locale)('phone.bar')}>
      <a href={`tel:${phone.replace(/-/g, '')}`}>
        <PhoneIcon />
        {words(locale)('phone.call', { phone })}
      </a>
      {hours && <span class="quiet small">{hours}</span>}
    </aside>
  )
}

/** Leads to the same page in the other language, named in that language. */
export function LanguageSwitch({ locale, href }: { readonly locale: Locale; readonly href: string }): JSX.Element {
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <a class="switch" href={href} lang={other} hreflang={other}>
      {locale === 'en' ? '中文' : 'English'}
    </a>
  )
}

interface ElderProps {
  readonly on: boolean
  readonly href: string
  readonly locale: Locale
}

export function ElderSwitch({ on, href, locale }: ElderProps): JSX.Element {
  return (
    <a class="switch" href={href}>
      {words(locale)(on ? 'switch.standard' : 'switch.elder')}
    </a>
  )
}

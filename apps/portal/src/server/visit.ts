/** Everything a page knows about the visit it answers: language, print size, district, the API, the day. */
import type { CalendarDate, Locale } from '@doudi/kernel'
import type { Context } from 'hono'
import { type Words, wordsFor } from '../words/index.ts'
import { type Api, ApiDoor } from './api.ts'
import { type CookieJar, cookieJar } from './cookies.ts'
import type { Place } from './replies.ts'
import type { Surroundings } from './surroundings.ts'

export interface Visit {
  readonly c: Context
  readonly api: ApiDoor
  readonly around: Surroundings
  readonly jar: CookieJar
  readonly locale: Locale
  readonly t: Words
  readonly elder: boolean
  readonly theme: 'contrast' | undefined
  readonly demo: boolean
  readonly today: CalendarDate
  /** The district whose name and telephone stand on every page. */
  readonly place: Place | undefined
  /** Goes into every form, and stands in a cookie. */
  readonly formToken: string
}

export async function visitOf(c: Context, api: Api, surroundings: Surroundings): Promise<Visit> {
  const door = new ApiDoor(api, c)
  const demo = await surroundings.demo(door)
  const jar = cookieJar(c, demo)
  const locale: Locale = jar.read('lang') === 'en' ? 'en' : 'zh-CN'
  const [place, today] = await Promise.all([surroundings.place(door, jar.read('place')), surroundings.today(door)])
  return {
    c,
    api: door,
    around: surroundings,
    jar,
    locale,
    t: wordsFor(locale),
    elder: jar.read('mode') === 'elder',
    theme: jar.read('theme') === 'contrast' ? 'contrast' : undefined,
    demo,
    today,
    place,
    formToken: formToken(jar),
  }
}

function formToken(jar: CookieJar): string {
  const before = jar.read('form')
  if (before && /^[\w-]{20,60}$/.test(before)) return before
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64url')
  jar.keep('form', token)
  return token
}

const preferences = {
  lang: (value: string) => (value === 'en' ? 'en' : 'zh-CN'),
  mode: (value: string) => (value === 'elder' ? 'elder' : ''),
  theme: (value: string) => (value === 'contrast' ? 'contrast' : ''),
  place: (value: string) => (/^[1-9]\d{11}$/.test(value) ? value : ''),
} as const

/** `?lang=en`, `?mode=elder` … are kept in a cookie and leave the address. Works on every page, without script. */
export function keepPreferences(c: Context, demo: boolean): Response | undefined {
  const url = new URL(c.req.url)
  const given = Object.keys(preferences).filter(name => url.searchParams.has(name)) as (keyof typeof preferences)[]
  if (c.req.method !== 'GET' || given.length === 0) return undefined
  const jar = cookieJar(c, demo)
  for (const name of given) {
    const value = preferences[name](url.searchParams.get(name) ?? '')
    if (value) jar.keep(name, value)
    else jar.forget(name)
    url.searchParams.delete(name)
  }
  return c.redirect(url.pathname + url.search, 303)
}

/** The address of the page that is open, with one preference changed. */
export function withPreference({ c }: Visit, name: keyof typeof preferences, value: string): string {
  const url = new URL(c.req.url)
  // The answer to a form that had errors stands at the form's own address, so following the link is a plain visit.
  url.searchParams.set(name, value)
  return url.pathname + url.search
}

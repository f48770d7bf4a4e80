/** What the pages remember on the device: preferences for a year, an application being written for a month. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const DAY = 86_400

const kept = {
  /** `zh-CN` or `en`. */
  lang: 365 * DAY,
  /** `elder`, for the larger print. */
  mode: 365 * DAY,
  /** `contrast`. */
  theme: 365 * DAY,
  /** The district, 12 digits. */
  place: 365 * DAY,
  /** Against forged forms. */
  form: DAY,
  /** `<id>.<token>` of the application being written. */
  draft: 30 * DAY,
  /** The page of the application that was open last. */
  at: 30 * DAY,
  /** `<id>.<masked phone>` of the code that was sent. */
  code: DAY / 96,
} as const
export type Remembered = keyof typeof kept

/** As the API decides for its session cookie: everything but a demo on another machine without TLS is Secure. */
export interface CookieJar {
  read(name: Remembered): string | undefined
  keep(name: Remembered, value: string): void
  forget(name: Remembered): void
}

export function cookieJar(c: Context, demo: boolean): CookieJar {
  const { hostname } = new URL(c.req.url)
  const secure = !demo || hostname === 'localhost' || hostname === '127.0.0.1'
  const nameOf = (name: Remembered) => `doudi-${name}`
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  return {
    read: name => getCookie(c, nameOf(name)),
    keep: (name, value) => setCookie(c, nameOf(name), value, { ...common, maxAge: kept[name] }),
    forget: name => void deleteCookie(c, nameOf(name), common),
  }
}

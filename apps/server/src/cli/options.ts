/** Options that several commands read alike. */
import { businessDate, instantOf, isCalendarDate } from '@doudi/kernel'

export function wholeNumber(option: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} wants a whole number from 1, found "${text}"`)
  return value
}

/** Parameters for one run only: `NAME=VALUE`, as often as wanted. */
export function readSettings(settings: readonly string[], option = '--set'): Record<string, string> {
  return Object.fromEntries(
    settings.map(setting => {
      const equals = setting.indexOf('=')
      if (equals < 1) throw new Error(`${option} wants NAME=VALUE, found ${setting}`)
      return [setting.slice(0, equals), setting.slice(equals + 1)]
    }),
  )
}

export function day(option: string, text: string): string {
  if (!isCalendarDate(text)) throw new Error(`${option} wants a day such as 2026-07-01, found "${text}"`)
  return text
}

export function today(): string {
  return businessDate(instantOf(Temporal.Now.instant().epochMilliseconds))
}

/** How far a zone is from UTC, and how zones are written. */
import type { DateValue, Zone } from './value.ts'

export const utc: Zone = { kind: 'offset', seconds: 0 }

const offset = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/
const region = /^@[A-Za-z_]+(?:[/+-][A-Za-z0-9_+-]+)*$/

/** `Z`, `+08:00`, `@Asia/Shanghai`; undefined for anything that is no zone. */
export function readZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return utc
  const parts = offset.exec(text)
  if (parts) return offsetZone(parts[1] === '-' ? -1 : 1, Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0))
  return region.test(text) && isRegion(text.slice(1)) ? { kind: 'region', id: text.slice(1) } : undefined
}

function offsetZone(sign: number, hours: number, minutes: number, seconds: number): Zone | undefined {
  const distance = hours * 3600 + minutes * 60 + seconds
  return minutes > 59 || seconds > 59 || distance > 18 * 3600
    ? undefined
    : { kind: 'offset', seconds: sign * distance || 0 }
}

function isRegion(id: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id))
  } catch {
    return false
  }
}

export function zoneText(zone: Zone | null): string {
  if (zone === null) return ''
  if (zone.kind === 'region') return `@${zone.id}`
  if (zone.seconds === 0) return 'Z'
  const size = Math.abs(zone.seconds)
  const [hours, minutes, seconds] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  const shown = seconds === 0 ? [hours, minutes] : [hours, minutes, seconds]
  return `${zone.seconds < 0 ? '-' : '+'}${shown.map(part => String(part).padStart(2, '0')).join(':')}`
}

/** Seconds from UTC at a local day and time. */
export function offsetAt(zone: Zone, date: DateValue, nanos: bigint): number {
  if (zone.kind === 'offset') return zone.seconds
  const { year, month, day } = withinTemporal(date)
  const local = new Temporal.PlainDateTime(year, month, day).add({ milliseconds: Number(nanos / 1_000_000n) })
  return local.toZonedDateTime(zone.id).offsetNanoseconds / 1e9
}

/** Seconds from UTC of a time without a day: a region has them only if it never changes its clocks. */
export function offsetWithoutDay(zone: Zone): number | null {
  if (zone.kind === 'offset') return zone.seconds
  const [winter, summer] = [1, 7].map(month => offsetAt(zone, { kind: 'date', year: 2020, month, day: 1 }, 0n))
  return winter === summer ? winter! : null
}

/** The same day of a year that Temporal knows, with the same weekday and leap day, for years far away. */
function withinTemporal(date: DateValue): DateValue {
  if (Math.abs(date.year) < 200_000) return date
  return { ...date, year: 2000 + (((date.year % 400) + 400) % 400) }
}

export function sameZone(a: Zone | null, b: Zone | null): boolean {
  return zoneText(a) === zoneText(b)
}

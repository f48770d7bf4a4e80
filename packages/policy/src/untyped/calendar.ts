/** The proleptic Gregorian calendar as day numbers, for years far outside what Temporal accepts. Day 0 is 1970-01-01. */
import type { DateValue } from './value.ts'

const largestYear = 999_999_999

export function dateOf(year: number, month: number, day: number): DateValue | null {
  const fits = [year, month, day].every(Number.isInteger) && Math.abs(year) <= largestYear && month >= 1 && month <= 12
  return fits && day >= 1 && day <= daysInMonth(year, month) ? { kind: 'date', year, month, day } : null
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const daysIn400Years = 146_097
const daysBefore1970 = 719_468

/** Counted in years that begin in March, so that the leap day is the last of its year. */
export function dayNumber({ year, month, day }: DateValue): number {
  const marchYear = month <= 2 ? year - 1 : year
  const cycle = Math.floor(marchYear / 400)
  const yearOfCycle = marchYear - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * daysIn400Years + dayOfCycle - daysBefore1970
}

export function dateAt(number: number): DateValue | null {
  const fromMarch = number + daysBefore1970
  const cycle = Math.floor(fromMarch / daysIn400Years)
  const dayOfCycle = fromMarch - cycle * daysIn400Years
  const leaps = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096)
  const yearOfCycle = Math.floor((dayOfCycle - leaps) / 365)
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = ((marchMonth + 2) % 12) + 1
  return dateOf(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** 31 January plus one month is the last of February. */
export function plusMonths(date: DateValue, months: bigint): DateValue | null {
  const total = BigInt(date.year) * 12n + BigInt(date.month - 1) + months
  const month = Number(((total % 12n) + 12n) % 12n)
  const year = Number((total - BigInt(month)) / 12n)
  return Math.abs(year) > largestYear ? null : dateOf(year, month + 1, Math.min(date.day, daysInMonth(year, month + 1)))
}

/** Monday is 1. */
export function weekday(date: DateValue): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function dayOfYear(date: DateValue): number {
  return dayNumber(date) - dayNumber({ ...date, month: 1, day: 1 }) + 1
}

/** The ISO week: the first week of a year is the one with its first Thursday. */
export function weekOfYear(date: DateValue): number {
  const thursday = dateAt(dayNumber(date) + 4 - weekday(date))
  return thursday ? Math.floor((dayOfYear(thursday) - 1) / 7) + 1 : 1
}

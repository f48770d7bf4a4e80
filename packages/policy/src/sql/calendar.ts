/** Packed dates taken apart and put together again in whole numbers, as the columnar reader does. */
import { type DatePart, packDate, type WholeRange } from '../lowering/lowered.ts'
import { quotient } from './division.ts'
import { constant, type Fresh, naming, type WholeNumber, within } from './whole-number.ts'

export function datePart(part: DatePart, date: string): string {
  if (part === 'year') return `(${date} >> 9)`
  return part === 'month' ? `((${date} >> 5) & 15)` : `(${date} & 31)`
}

/** Full months from one packed date to another; less than none when it is the earlier one. */
export function monthsBetween(start: WholeNumber, end: WholeNumber, range: WholeRange, fresh: Fresh): WholeNumber {
  return naming([start, end], fresh, (a, b) => ({
    text: `(case when ${a.text} > ${b.text} then - ${fullMonths(b.text, a.text)} else ${fullMonths(a.text, b.text)} end)::bigint`,
    range,
    short: false,
  }))
}

function fullMonths(from: string, to: string): string {
  const apart = (part: DatePart) => `(${datePart(part, to)} - ${datePart(part, from)})`
  const begun = `(case when ${datePart('day', to)} < ${datePart('day', from)} then 1 else 0 end)`
  return `(${apart('year')} * 12 + ${apart('month')} - ${begun})`
}

/** The same day months later; the month's last where it has no such day. */
export function addMonths(date: WholeNumber, months: WholeNumber, range: WholeRange, fresh: Fresh): WholeNumber {
  return naming([date, months], fresh, (day, later) => {
    const all = `(${datePart('year', day.text)} * 12 + ${datePart('month', day.text)} - 1 + ${later.text})::bigint`
    return naming([{ text: all, range: MONTH_INDEXES, short: false }], fresh, index =>
      naming([quotient('floor', index, constant(12n), fresh)], fresh, year =>
        within({ text: dayInMonth(day.text, year.text, index.text), range: MONTH_INDEXES, short: false }, range),
      ),
    )
  })
}

/** Months since the year 0; of either sign, and far from what a bigint holds. */
const MONTH_INDEXES: WholeRange = { min: -(2n ** 40n), max: 2n ** 40n }

function dayInMonth(date: string, year: string, index: string): string {
  const month = `(${index} - ${year} * 12)`
  const day = `least(${datePart('day', date)}, ${lastDay(year, month)})`
  return `(${year} * ${packDate(1, 0, 0)} + (${month} + 1) * ${packDate(0, 1, 0)} + ${day})`
}

/** `month` counts from 0. */
export function lastDay(year: string, month: string): string {
  const leap = `${year} % 4 = 0 and (${year} % 100 <> 0 or ${year} % 400 = 0)`
  return `(case when ${month} in (3, 5, 8, 10) then 30 when ${month} <> 1 then 31 when ${leap} then 29 else 28 end)`
}

/** Dates and durations written in formulas and packs. A day that the calendar does not have is not moved. */

export function parseDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Whole months of `P1Y6M`; durations with days or hours are not of this kind. */
export function monthsOf(text: string): number | null {
  const parts = /^(-?)P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?$/.exec(text)
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return null
  const months = Number(parts[2] ?? 0) * 12 + Number(parts[3] ?? 0)
  return parts[1] === '-' ? -months : months
}

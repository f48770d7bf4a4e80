/** An authorisation and when it carries a query. Pure. */
import { type CalendarDate, isAfter } from '@doudi/kernel'

export const consentMethods = ['phone', 'paper', 'field', 'window', 'guardian'] as const
export type ConsentMethod = (typeof consentMethods)[number]

export interface ConsentOfPerson {
  readonly person_id: string
  readonly sources: readonly string[]
  readonly valid_to: string
  readonly withdrawn_at: string | null
}

export type ConsentState = 'valid' | 'withdrawn' | 'expired'

/** The last day named still counts. */
export function consentState(consent: ConsentOfPerson, today: CalendarDate): ConsentState {
  if (consent.withdrawn_at !== null) return 'withdrawn'
  return isAfter(today, consent.valid_to as CalendarDate) ? 'expired' : 'valid'
}

/** Whether this person may be asked about at this department today. */
export function mayAsk(
  consents: readonly ConsentOfPerson[],
  personId: string,
  source: string,
  today: CalendarDate,
): boolean {
  return consents.some(
    consent =>
      consent.person_id === personId && consent.sources.includes(source) && consentState(consent, today) === 'valid',
  )
}

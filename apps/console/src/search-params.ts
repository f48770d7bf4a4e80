/** What an address may carry after its question mark; anything else is dropped. */

import { isCalendarDate } from '@doudi/kernel'

type Raw = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** Leaves out what is not set, so that an address stays short. */
function only<T extends Raw>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

const sizes = [20, 50, 200] as const
const size = (value: unknown) => sizes.find(each => each === Number(value))

/** In the order in which a case passes through them. */
export const caseStatuses = [
  'submitted',
  'correcting',
  'investigating',
  'proposed',
  'publicising',
  'objected',
  'awaiting-decision',
  'approved',
  'refused',
  'rejected',
  'withdrawn',
  'terminated',
] as const
export const noticeStatuses = ['posted', 'ended', 'withdrawn'] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

export type QueueSearch = ReturnType<typeof queueSearch>
export const queueSearch = (raw: Raw) =>
  only({
    view: raw.view === 'all' ? ('all' as const) : undefined,
    status: caseStatuses.find(status => status === raw.status),
    division: text(raw.division),
    q: text(raw.q),
    after: text(raw.after),
    limit: size(raw.limit),
  })

export const caseSearch = (raw: Raw) => only({ tab: text(raw.tab) })
export const noticesSearch = (raw: Raw) =>
  only({
    view: raw.view === 'objections' ? ('objections' as const) : undefined,
    status: noticeStatuses.find(status => status === raw.status),
  })
export const daySearch = (raw: Raw) => only({ date: isCalendarDate(text(raw.date) ?? '') ? text(raw.date) : undefined })
export const wordsSearch = (raw: Raw) => only({ q: text(raw.q), after: text(raw.after) })
export const journalSearch = (raw: Raw) =>
  only({ household: text(raw.household), case: text(raw.case), account: text(raw.account), after: text(raw.after) })
export const simulateSearch = (raw: Raw) => only({ id: text(raw.id), draft: text(raw.draft) })

/** The screen somebody sees first: the one with their work on it. */
export function firstPage(permissions: readonly string[]) {
  if (permissions.includes('casework.read')) return '/queue'
  if (permissions.includes('payments.read')) return '/payments'
  if (permissions.includes('policies.release')) return '/policies'
  if (permissions.includes('identity.manage')) return '/accounts'
  if (permissions.includes('places.edit')) return '/places'
  return '/journal'
}

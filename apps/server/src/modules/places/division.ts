/** What a division is, and what flows down to it from the divisions above: the policy pack and the telephone. */
import type { CalendarDate, DivisionLevel } from '@doudi/kernel'

export interface DivisionRecord {
  readonly code: string
  readonly name: string
  readonly level: DivisionLevel
  readonly parent: string | null
  readonly pack: string | null
  readonly contactPhone: string | null
  readonly contactHours: string | null
  readonly demo: boolean
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

/** A division as others see it: `pack`, telephone and hours are the nearest ones on the way up. */
export interface Division extends DivisionRecord {
  /** From the top of the register down to the division itself. */
  readonly path: readonly DivisionRecord[]
}

/** `path` from the top down; its last is the division. A division's own values win over those above it. */
export function inherit(path: readonly DivisionRecord[]): Division | undefined {
  const own = path.at(-1)
  if (!own) return undefined
  const nearest = <K extends 'pack' | 'contactPhone' | 'contactHours'>(key: K): DivisionRecord[K] | null =>
    path.findLast(division => division[key] !== null)?.[key] ?? null
  return {
    ...own,
    pack: nearest('pack'),
    contactPhone: nearest('contactPhone'),
    contactHours: nearest('contactHours'),
    path,
  }
}

/** Levels from the top down; a division lies directly or with levels left out below a higher one. */
const order: readonly DivisionLevel[] = ['province', 'city', 'county', 'town', 'village']

export function isBelow(level: DivisionLevel, above: DivisionLevel): boolean {
  return order.indexOf(level) > order.indexOf(above)
}

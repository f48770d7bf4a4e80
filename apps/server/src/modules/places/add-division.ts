/** Enters a division into the register. */
import { calendarDate, type DivisionLevel, isDivision, levelOf, prefixOf } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { isBelow } from './division.ts'
import { divisionOf } from './find-division.ts'
import { insertDivision, selectPaths } from './places.sql.ts'
import { problems } from './problems.ts'

export interface NewDivision {
  /** 12 digits. */
  readonly code: string
  readonly name: string
  readonly level: DivisionLevel
  /** The division above, or null for the top of the register. */
  readonly parent: string | null
  readonly pack?: string | null
  readonly contactPhone?: string | null
  readonly contactHours?: string | null
  readonly demo?: boolean
  readonly validFrom: string
}

export async function addDivision(work: Work, division: NewDivision): Promise<void> {
  const { code, level, parent } = division
  if (!isDivision(code) || levelOf(code) !== level) throw problems.of('places.code-does-not-fit', { code, level })
  if (parent !== null) await refuseWrongParent(work, code, level, parent)
  if ((await selectPaths(work.db, [code])).has(code)) throw problems.of('places.division-exists', { code })
  await insertDivision(work.db, {
    code,
    name: division.name,
    level,
    parent,
    pack: division.pack ?? null,
    contactPhone: division.contactPhone ?? null,
    contactHours: division.contactHours ?? null,
    demo: division.demo ?? false,
    validFrom: calendarDate(division.validFrom),
    validTo: null,
  })
  record(work, { act: 'division.added', division: code, body: { code, name: division.name, level } })
}

async function refuseWrongParent(work: Work, code: string, level: DivisionLevel, parent: string): Promise<void> {
  const above = await divisionOf(work, parent)
  const fits = isDivision(above.code) && code.startsWith(prefixOf(above.code)) && isBelow(level, above.level)
  if (!fits) throw problems.of('places.code-does-not-fit', { code, level })
}

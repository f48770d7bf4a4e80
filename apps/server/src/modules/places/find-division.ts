/** Finds a division with what it inherits: its path, the pack that rules there, whom to telephone. */
import type { Work } from '#platform/database/work.ts'
import { type Division, type DivisionRecord, inherit } from './division.ts'
import { selectCounties, selectNames, selectPath } from './places.sql.ts'
import { problems } from './problems.ts'

export async function divisionOf(work: Work, code: string): Promise<Division> {
  const division = inherit(await selectPath(work.db, code))
  if (!division) throw problems.of('places.unknown-division', { code })
  return division
}

/** From the top of the register down to the division itself. */
export async function pathOf(work: Work, code: string): Promise<readonly DivisionRecord[]> {
  return (await divisionOf(work, code)).path
}

/** The policy pack that rules in a division: its own or the nearest one above. */
export async function packOf(work: Work, code: string): Promise<string> {
  const { pack } = await divisionOf(work, code)
  if (pack === null) throw problems.of('places.no-pack', { division: code })
  return pack
}

/** Names by code, for lists. */
export async function divisionNames(work: Work, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await selectNames(work.db, [...new Set(codes)])
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Six-digit codes of all counties, for what is done in each of them. */
export function countyCodes(work: Work): Promise<readonly string[]> {
  return selectCounties(work.db)
}

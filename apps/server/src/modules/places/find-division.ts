/** Finds a division with what it inherits: its path, the pack that rules there, whom to telephone. */
import type { Tx, Work } from '#platform/database/work.ts'
import { type Division, type DivisionRecord, inherit } from './division.ts'
import { selectCarriers, selectCounties, selectNames, selectPaths } from './places.sql.ts'
import { problems } from './problems.ts'

/** What a unit of work has been told once it does not ask again: nothing but an entry into the register changes it. */
const known = new WeakMap<Tx, Map<string, Division>>()

export async function divisionOf(work: Work, code: string): Promise<Division> {
  const division = (await divisionsOf(work, [code])).get(code)
  if (!division) throw problems.of('places.unknown-division', { code })
  return division
}

/** Those of a whole list, asked at once. Codes that are not in the register are left out. */
export async function divisionsOf({ db }: Work, codes: readonly string[]): Promise<ReadonlyMap<string, Division>> {
  const found = known.get(db) ?? new Map<string, Division>()
  known.set(db, found)
  const asked = [...new Set(codes)]
  const missing = asked.filter(code => !found.has(code))
  const paths = missing.length > 0 ? await selectPaths(db, missing) : []
  for (const [code, path] of paths) {
    const division = inherit(path)
    if (division) found.set(code, division)
  }
  return new Map(asked.map(code => [code, found.get(code)] as const).filter(isFound))
}

function isFound(entry: readonly [string, Division | undefined]): entry is readonly [string, Division] {
  return entry[1] !== undefined
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

/** The divisions that carry a policy pack themselves, on the day of the work. */
export function carriersOf({ db, today }: Work, pack: string): Promise<readonly DivisionRecord[]> {
  return selectCarriers(db, pack, today)
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

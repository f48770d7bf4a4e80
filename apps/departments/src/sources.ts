/** The seven simulated departments and the rows each of them keeps. */
export const sourceIds = [
  'civil-registration',
  'vehicles',
  'real-estate',
  'social-insurance',
  'business-registration',
  'deposits',
  'deaths',
] as const
export type SourceId = (typeof sourceIds)[number]

export const isSource = (text: string): text is SourceId => (sourceIds as readonly string[]).includes(text)

/** A row as a department keeps it. Name and identity number are filled in from the query unless a row says otherwise. */
export type Row = Readonly<Record<string, string | number | boolean>>

/** A number that only depends on what it is asked for: the same person has the same car tomorrow. */
export function steady(seed: number, about: string, from: number, to: number): number {
  let hash = 2166136261 ^ seed
  for (const character of about) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return from + (((hash ^ (hash >>> 13)) >>> 0) % (to - from + 1))
}

/** What a department finds when it finds something: one plausible row. */
export function plausibleRow(source: SourceId, seed: number, identityNumber: string): Row {
  const pick = (what: string, from: number, to: number) => steady(seed, `${source} ${what} ${identityNumber}`, from, to)
  const year = String(pick('year', 2012, 2023))
  switch (source) {
    case 'civil-registration':
      return { kind: 'resident', registered: true }
    case 'vehicles':
      return { plate: `示A${pick('plate', 10000, 99999)}`, type: 'car', registeredOn: `${year}-05-01`, state: 'normal' }
    case 'real-estate':
      return {
        certificate: `示例不动产权第${pick('certificate', 1000000, 9999999)}号`,
        use: 'dwelling',
        areaSquareMetres: pick('area', 60, 130),
      }
    case 'social-insurance':
      return {
        kind: 'wage',
        employer: '示例服装厂',
        monthlyFen: pick('wage', 21, 42) * 10_000,
        lastPaidMonth: '2026-02',
      }
    case 'business-registration':
      return { registeredName: '示例便民超市', capitalFen: pick('capital', 1, 20) * 1_000_000, status: 'active' }
    case 'deposits':
      return {
        bank: '示例农商行',
        accountTail: String(pick('tail', 1000, 9999)),
        balanceFen: pick('balance', 800, 2600) * 10_000,
      }
    case 'deaths':
      return { diedOn: `2025-${String(pick('month', 1, 12)).padStart(2, '0')}-15` }
  }
}

/**
 * Units of measure as powers of a few base units. 元/月 and 元/年 do not compare, and nothing converts silently:
 * a limit of 24 months is 24 月, not 24. People, homes and cars are counts and carry no unit in arithmetic.
 */
export type Unit = Readonly<Record<string, number>>

export const unitless: Unit = {}

const baseUnits = ['元', '月', '年', '岁', '平方米', '公里'] as const
/** Words that make a count readable but do not take part in arithmetic. */
const countWords = ['人', '倍', '套', '辆', '级', '次', '个'] as const

/** Reads `元/月`, `平方米`, `人` or nothing; null when a part is not a unit we know. */
export function parseUnit(text: string): Unit | null {
  const powers: Record<string, number> = {}
  const parts = text === '' ? [] : text.split('/')
  for (const [position, part] of parts.entries()) {
    if ((countWords as readonly string[]).includes(part)) continue
    if (!(baseUnits as readonly string[]).includes(part)) return null
    powers[part] = (powers[part] ?? 0) + (position === 0 ? 1 : -1)
  }
  return tidy(powers)
}

export function knownUnits(): string {
  return [...baseUnits, '元/月', '元/年', ...countWords].join('、')
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return showUnit(a) === showUnit(b)
}

export function multiplyUnits(a: Unit, b: Unit, sign: 1 | -1 = 1): Unit {
  const powers: Record<string, number> = { ...a }
  for (const [base, power] of Object.entries(b)) powers[base] = (powers[base] ?? 0) + sign * power
  return tidy(powers)
}

function tidy(powers: Record<string, number>): Unit {
  const kept: Record<string, number> = {}
  for (const base of baseUnits) if (powers[base]) kept[base] = powers[base]
  return kept
}

/** `元/月`; without any unit an empty text. */
export function showUnit(unit: Unit): string {
  const above = Object.entries(unit).flatMap(([base, power]) => (power > 0 ? Array<string>(power).fill(base) : []))
  const below = Object.entries(unit).flatMap(([base, power]) => (power < 0 ? Array<string>(-power).fill(base) : []))
  if (below.length === 0) return above.join('·')
  return `${above.length === 0 ? '1' : above.join('·')}/${below.join('/')}`
}

/** The unit for a sentence: 无单位 / "no unit" where there is none. */
export function nameUnit(unit: Unit): string {
  return showUnit(unit) || '无单位'
}

/** Households for a random policy: ordinary ones, ones at the thresholds that its formulas name, and extreme ones. */
import type { Situation } from '../../src/index.ts'
import { dates, decimal, type FuzzField, type FuzzForm } from './form.ts'
import type { Random } from './random.ts'

export const dataSets = ['random', 'at the thresholds', 'extreme'] as const
export type DataSet = (typeof dataSets)[number]

export function randomHouseholds(
  form: FuzzForm,
  text: string,
  set: DataSet,
  many: number,
  random: Random,
): Situation[] {
  const thresholds = thresholdsIn(text)
  return Array.from({ length: many }, () => {
    const members = set === 'extreme' ? random.pick([1, form.longest]) : random.whole(1, Math.min(form.longest, 6))
    const facts = (scope: FuzzField['scope']) =>
      Object.fromEntries(
        form.fields
          .filter(field => field.scope === scope)
          .map(field => [field.name, factOf(field, set, thresholds, random)]),
      )
    return { household: facts('household'), members: Array.from({ length: members }, () => facts('member')) }
  })
}

/** Numbers that stand in the formulas, as exact decimals in billionths. */
function thresholdsIn(text: string): bigint[] {
  const written = [...text.matchAll(/(?<![\w.-])(\d{1,7})(?:\.(\d{1,4}))?(?![\w.-])/g)]
  const units = written.map(([, whole, fraction = '']) => BigInt(`${whole}${fraction.padEnd(9, '0')}`))
  return [...new Set(units)]
}

function factOf(
  field: FuzzField,
  set: DataSet,
  thresholds: readonly bigint[],
  random: Random,
): string | boolean | null {
  if ((field.nullable || field.unsure) && random.chance(set === 'extreme' ? 0.4 : 0.15)) return null
  switch (field.type) {
    case 'yes-no':
      return random.chance(0.5)
    case 'choice':
      return random.pick(field.options)
    case 'date':
      return set === 'random' ? ordinaryDay(random) : random.pick(dates)
    case 'number':
      return decimal(numberOf(field, set, thresholds, random), field.decimals)
  }
}

function ordinaryDay(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${random.whole(1930, 2026)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
}

/** In units of the field's last decimal place. */
function numberOf(
  { min, max, decimals }: FuzzField,
  set: DataSet,
  thresholds: readonly bigint[],
  random: Random,
): bigint {
  const place = 10n ** BigInt(decimals)
  const [least, most] = [min, max]
  const among = (low: bigint, high: bigint) =>
    low + BigInt(Math.floor((random.whole(0, 1_000_000) / 1_000_000) * Number(high - low)))
  const small = () => (random.chance(0.5) ? among(least, most) : BigInt(random.whole(0, 20)) * place)
  const wanted = () => {
    if (set === 'extreme') return random.pick([least, most, least + 1n, most - 1n, 0n, 1n, -1n])
    if (set === 'random') return random.chance(0.5) ? small() : (small() / place) * place
    const at = (random.pick(thresholds) ?? 0n) * random.pick([1n, 1n, 2n, 3n, 24n])
    const share = BigInt(random.pick([1, 1, 1, 2, 3, 4, 6, 7, 12]))
    return (at * place) / (1_000_000_000n * share) + random.pick([0n, 0n, 1n, -1n])
  }
  const value = wanted()
  if (value < least) return least
  if (value > most) return most
  return value
}

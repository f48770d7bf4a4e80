/** A random form and random parameters: what the formulas of a random policy can read. */
import type { Random } from './random.ts'

export interface FuzzField {
  readonly name: string
  readonly id: string
  readonly scope: 'household' | 'member'
  readonly type: 'number' | 'yes-no' | 'choice' | 'date'
  readonly nullable: boolean
  readonly unsure: boolean
  /** In units of the last decimal place. */
  readonly min: bigint
  readonly max: bigint
  readonly decimals: number
  readonly options: readonly string[]
}

export interface FuzzParameter {
  readonly name: string
  readonly type: 'number' | 'yes-no' | 'date'
  readonly min: string
  /** Null: 未设定. */
  readonly value: string | null
}

export interface FuzzForm {
  readonly longest: number
  readonly fields: readonly FuzzField[]
  readonly parameters: readonly FuzzParameter[]
}

/** Lists that share options, because a text of one field may be compared with one of another. */
const optionLists = [
  ['甲类', '乙类', '丙类'],
  ['丙类', '丁类'],
  ['无', "a'b", 'c\\d', '乙类'],
] as const

/** In every third policy something may be unknown or unset; a household that needs it is answered by nobody. */
export function randomForm(random: Random): FuzzForm {
  const mayLack = random.chance(0.33)
  const kinds = ['number', 'number', 'number', 'yes-no', 'choice', 'date'] as const
  const some = (scope: FuzzField['scope'], mark: string, least: number, most: number) => [
    fieldOf('number', scope, `${mark}0`, mayLack, random),
    ...random.times(least, most, i => fieldOf(random.pick(kinds), scope, `${mark}${i + 1}`, mayLack, random)),
  ]
  return {
    longest: random.pick([1, 2, 3, 4, 5, 7, 12, 30]),
    fields: [...some('household', '户', 2, 5), ...some('member', '员', 3, 7)],
    parameters: random.times(1, 4, i => parameterOf(`参${i}`, mayLack, random)),
  }
}

const ranges: readonly (readonly [min: bigint, max: bigint, decimals: number])[] = [
  [0n, 10n, 0],
  [1n, 12n, 0],
  [0n, 4n, 0],
  [-5n, 5n, 0],
  [0n, 1_000n, 2],
  [-1_000n, 1_000n, 1],
  [1n, 100n, 1],
  [0n, 10_000_000n, 2],
  [0n, 10n ** 10n, 2],
  [-(10n ** 12n), 10n ** 12n, 3],
  [0n, 9n * 10n ** 15n, 2],
  [-7n, -1n, 0],
  [3n, 3n, 0],
]

function fieldOf(
  type: FuzzField['type'],
  scope: FuzzField['scope'],
  name: string,
  mayLack: boolean,
  random: Random,
): FuzzField {
  const [min, max, decimals] = random.pick(ranges)
  const nullable = random.chance(0.25)
  return {
    ...{ name, id: `${scope === 'household' ? 'h' : 'm'}${name.slice(1)}`, scope, type },
    ...{ nullable, unsure: mayLack && !nullable && random.chance(0.3) },
    ...{ min, max, decimals, options: random.pick(optionLists) },
  }
}

function parameterOf(name: string, mayLack: boolean, random: Random): FuzzParameter {
  const type = random.pick(['number', 'number', 'number', 'yes-no', 'date'] as const)
  const unset = mayLack && random.chance(0.3)
  if (type === 'yes-no') return { name, type, min: '', value: unset ? null : String(random.chance(0.5)) }
  if (type === 'date') return { name, type, min: '', value: unset ? null : random.pick(dates) }
  const value = random.pick(['1', '2', '0.5', '0.3', '12', '940', '0.07', '7', '1000000'])
  return { name, type, min: random.pick(['0', '0.01']), value: unset ? null : value }
}

/** Ends of months and of years, leap days, and the ends of what a form can hold. */
export const dates = [
  '2024-02-29',
  '2023-02-28',
  '2000-02-29',
  '1900-02-28',
  '2025-12-31',
  '2026-01-01',
  '2026-03-31',
  '2026-03-30',
  '1964-08-15',
  '2008-03-01',
  '0001-01-01',
  '9999-12-31',
] as const

/** `-12` at two places is `-0.12`. */
export function decimal(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return units < 0n ? `-${text}` : text
}

export function formFile({ longest, fields }: FuzzForm): string {
  return `collection: { name: 家庭成员, id: members, longest: ${longest} }
pages:
  - { id: household, title: { zh-CN: 户, en: h }, scope: household }
  - { id: member, title: { zh-CN: 人, en: m }, scope: member }
fields:
${fields.map(fieldText).join('\n')}
`
}

function fieldText(field: FuzzField): string {
  const { name, id, scope, type, min, max, decimals } = field
  const more = [
    ...(type === 'number'
      ? [`min: "${decimal(min, decimals)}", max: "${decimal(max, decimals)}", decimals: ${decimals}`]
      : []),
    ...(type === 'choice' ? [`options: ${optionsText(field.options)}`] : []),
    ...(field.nullable ? ['nullable: true'] : []),
    ...(field.unsure ? ['unsureAllowed: true'] : []),
  ]
  const label = `label: { zh-CN: ${name}, en: ${id} }`
  return `  - { ${[`name: ${name}, id: ${id}, scope: ${scope}, page: ${scope}, ${label}, type: ${type}`, ...more].join(', ')} }`
}

export function optionsText(options: readonly string[]): string {
  return `[${options.map((value, i) => `{ value: ${JSON.stringify(value)}, id: o${i}, en: o${i} }`).join(', ')}]`
}

export function parametersFile({ parameters }: FuzzForm): string {
  return `parameters:\n${parameters.map(parameterText).join('\n')}\n`
}

function parameterText({ name, type, min, value }: FuzzParameter): string {
  const range = type === 'number' ? `min: "${min}", max: "1000000", ` : ''
  const entry = value === null ? 'unset: true' : `value: "${value}"`
  return `  - { name: ${name}, id: p${name.slice(1)}, label: { zh-CN: ${name}, en: p }, type: ${type}, ${range}values: [{ from: 2020-01-01, ${entry}, citation: { document: d, clause: 示例 } }] }`
}

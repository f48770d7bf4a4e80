/** Values as people read them: thousands separated, at most two decimals, units in the reader's language. */
import type { ShownValue } from '../evaluation.ts'
import type { Value } from '../interpret/value.ts'
import { type Rational, toText } from '../rational/rational.ts'
import { round } from '../rational/rounding.ts'
import type { Wording } from '../schema/citation.ts'

export interface Shown {
  readonly unit: string
  readonly optionLabels: ReadonlyMap<string, Wording>
}

const englishUnits: Readonly<Record<string, string>> = {
  元: 'yuan',
  月: 'months',
  年: 'years',
  岁: 'years old',
  平方米: 'm²',
  公里: 'km',
  人: 'people',
  倍: 'times',
  套: 'homes',
  辆: 'vehicles',
  级: 'grade',
  次: 'times',
  个: '',
  '元/月': 'yuan/month',
  '元/年': 'yuan/year',
}

const englishSingular: Readonly<Record<string, string>> = {
  月: 'month',
  年: 'year',
  岁: 'year old',
  人: 'person',
  套: 'home',
  辆: 'vehicle',
  次: 'time',
}

/** `1,844`, `614.67`, `-0.5`: rounded only for the eye. */
export function showNumber(value: Rational): string {
  const rounded = round(value, 2, 'half up')
  const fen = (rounded.n * 100n) / rounded.d
  const size = fen < 0n ? -fen : fen
  const whole = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = String(size % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${fen < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
}

/** Several of a closed list, in the order in which they are written. */
export function showSeveral(chosen: readonly string[], labels: ReadonlyMap<string, Wording>): ShownValue {
  const words = (locale: keyof Wording) => chosen.map(one => labels.get(one)?.[locale] ?? one)
  const display = { 'zh-CN': words('zh-CN').join('、') || '无', en: words('en').join(', ') || 'none' }
  return { value: chosen.join('、'), unit: '', display }
}

export function show(value: Value, { unit, optionLabels }: Shown): ShownValue {
  const same = (text: string) => ({ 'zh-CN': text, en: text })
  if (value === null) return { value: null, unit, display: { 'zh-CN': '未定', en: 'not determined' } }
  if (typeof value === 'boolean')
    return { value, unit: '', display: value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' } }
  if (typeof value === 'string') return { value, unit: '', display: optionLabels.get(value) ?? same(value) }
  if (value instanceof Temporal.PlainDate) return { value: value.toString(), unit: '', display: same(value.toString()) }
  const number = value as Rational
  return { value: toText(number), unit, display: withUnit(showNumber(number), unit) }
}

export function withUnit(number: string, unit: string): Wording {
  const english = (number === '1' ? englishSingular[unit] : undefined) ?? englishUnits[unit] ?? unit
  return {
    'zh-CN': unit === '' ? number : `${number} ${unit}`,
    en: english === '' ? number : `${number} ${english}`,
  }
}

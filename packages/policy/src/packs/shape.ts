/**
 * Reads one YAML mapping strictly: every key is known, every value of the right kind. Mistakes go to the report
 * with their place and reading goes on with a harmless value, so that an author sees all of them at once.
 */
import { parseDate } from '../check/literals.ts'
import { mostSimilar } from '../check/similar.ts'
import type { Place } from '../problem.ts'
import { parseRational } from '../rational/rational.ts'
import type { Wording } from '../schema/citation.ts'
import { knownUnits, parseUnit } from '../schema/unit.ts'
import { isName } from '../syntax/scan.ts'
import type { Report } from './report.ts'
import type { Yaml, YamlText } from './yaml.ts'

export class Shape {
  readonly place: Place
  readonly report: Report
  private readonly entries: ReadonlyMap<string, { readonly key: Place; readonly value: Yaml }>

  constructor(yaml: Yaml, known: readonly string[], report: Report) {
    this.place = yaml
    this.report = report
    this.entries = yaml.kind === 'map' ? yaml.entries : new Map()
    if (yaml.kind !== 'map') wrongShape(report, yaml, '一组“键: 值”', 'a mapping')
    for (const [key, { key: at }] of this.entries) if (!known.includes(key)) this.unknownKey(key, at, known)
  }

  private unknownKey(key: string, at: Place, known: readonly string[]): void {
    const similar = mostSimilar(key, known)
    if (similar) this.report.error('pack.unknown-key-similar', at, { key, similar })
    else this.report.error('pack.unknown-key', at, { key, known: known.join('、') })
  }

  has(key: string): boolean {
    return this.entries.has(key)
  }

  at(key: string): Place {
    return this.entries.get(key)?.value ?? this.place
  }

  yaml(key: string): Yaml | undefined {
    return this.entries.get(key)?.value
  }

  private missing(key: string): void {
    this.report.error('pack.missing-key', this.place, { key })
  }

  scalar(key: string): YamlText | undefined {
    const value = this.yaml(key)
    if (value === undefined) {
      this.missing(key)
      return undefined
    }
    if (value.kind === 'text' && (value.value !== '' || value.quoted)) return value
    wrongShape(this.report, value, '一段文字', 'a text')
    return undefined
  }

  text(key: string): string {
    return this.scalar(key)?.value ?? ''
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined
  }

  choice<const T extends string>(key: string, options: readonly T[], fallback?: T): T {
    if (!this.has(key) && fallback !== undefined) return fallback
    const scalar = this.scalar(key)
    const found = options.find(option => option === scalar?.value)
    if (scalar && !found)
      this.report.error('pack.not-one-of', scalar, { value: scalar.value, options: options.join('、') })
    return found ?? fallback ?? options[0]!
  }

  choices<const T extends string>(key: string, options: readonly T[]): T[] {
    return this.list(key).flatMap(item => {
      const found = options.find(option => item.kind === 'text' && option === item.value)
      if (!found)
        this.report.error('pack.not-one-of', item, {
          value: item.kind === 'text' ? item.value : '…',
          options: options.join('、'),
        })
      return found ? [found] : []
    })
  }

  flag(key: string, fallback: boolean): boolean {
    return this.has(key) ? this.choice(key, ['true', 'false']) === 'true' : fallback
  }

  date(key: string): string {
    const scalar = this.scalar(key)
    if (!scalar) return '0001-01-01'
    if (parseDate(scalar.value)) return scalar.value
    this.report.error('pack.bad-date', scalar, { text: scalar.value })
    return '0001-01-01'
  }

  decimal(key: string, fallback: string): string {
    if (!this.has(key)) return fallback
    const scalar = this.scalar(key)
    if (!scalar) return fallback
    if (parseRational(scalar.value) && !scalar.value.includes('/')) return scalar.value
    this.report.error('pack.bad-number', scalar, { text: scalar.value })
    return fallback
  }

  wholeNumber(key: string, fallback?: number): number {
    if (!this.has(key) && fallback !== undefined) return fallback
    const scalar = this.scalar(key)
    if (scalar && !/^\d{1,6}$/.test(scalar.value)) this.report.error('pack.bad-number', scalar, { text: scalar.value })
    return scalar && /^\d{1,6}$/.test(scalar.value) ? Number(scalar.value) : (fallback ?? 0)
  }

  unit(key: string): string {
    if (!this.has(key)) return ''
    const scalar = this.scalar(key)
    if (!scalar) return ''
    if (parseUnit(scalar.value)) return scalar.value
    this.report.error('pack.bad-unit', scalar, { text: scalar.value, known: knownUnits() })
    return ''
  }

  name(key: string): string {
    const scalar = this.scalar(key)
    if (scalar && !isName(scalar.value)) this.report.error('pack.bad-name', scalar, { name: scalar.value })
    return scalar?.value ?? ''
  }

  id(key: string): string {
    const scalar = this.scalar(key)
    if (scalar && !/^[a-z][A-Za-z0-9]{0,49}$/.test(scalar.value))
      this.report.error('pack.bad-id', scalar, { id: scalar.value })
    return scalar?.value ?? ''
  }

  wording(key: string): Wording {
    const value = this.yaml(key)
    if (!value) {
      this.missing(key)
      return { 'zh-CN': '', en: '' }
    }
    const shape = new Shape(value, ['zh-CN', 'en'], this.report)
    return { 'zh-CN': shape.text('zh-CN'), en: shape.text('en') }
  }

  list(key: string): readonly Yaml[] {
    const value = this.yaml(key)
    if (value === undefined || value.kind === 'list') return value?.items ?? []
    wrongShape(this.report, value, '一个列表', 'a list')
    return []
  }

  texts(key: string): string[] {
    return this.list(key).flatMap(item => {
      if (item.kind === 'text') return [item.value]
      wrongShape(this.report, item, '一段文字', 'a text')
      return []
    })
  }

  /** Each item of a list as a mapping with these keys. */
  shapes(key: string, known: readonly string[]): Shape[] {
    return this.list(key).map(item => new Shape(item, known, this.report))
  }

  shape(key: string, known: readonly string[]): Shape | undefined {
    const value = this.yaml(key)
    if (value === undefined) this.missing(key)
    return value && new Shape(value, known, this.report)
  }

  optionalShape(key: string, known: readonly string[]): Shape | undefined {
    return this.has(key) ? this.shape(key, known) : undefined
  }
}

function wrongShape(report: Report, at: Place, wanted: string, wantedEn: string): void {
  report.error('pack.wrong-shape', at, { wanted, wantedEn })
}

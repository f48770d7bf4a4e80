/** What the checker knows of a value: its kind, unit, range, closed list, and whether it may be missing. */
import { anything, type Range } from './range.ts'
import { type Unit, unitless } from './unit.ts'

export type Type = NumberType | TextType | PlainType | ListType

export interface NumberType {
  readonly kind: 'number'
  readonly unit: Unit
  /** Written as a bare number: takes the other side's unit in comparison and addition. */
  readonly adaptable: boolean
  readonly range: Range
  /** Never between two whole numbers: a count, an age, a field without decimals. */
  readonly whole: boolean
  readonly nullable: boolean
}

export interface TextType {
  readonly kind: 'text'
  /** The closed list; absent for the text of a literal. */
  readonly options: readonly string[] | null
  readonly nullable: boolean
}

export interface PlainType {
  readonly kind: 'yes-no' | 'date' | 'duration' | 'null'
  readonly nullable: boolean
}

export interface ListType {
  readonly kind: 'list'
  readonly of: Type
  readonly mayBeEmpty: boolean
  readonly longest: number
  readonly nullable: false
}

export function number(unit: Unit, range: Range = anything, adaptable = false, whole = false): NumberType {
  return { kind: 'number', unit, adaptable, range, whole, nullable: false }
}

export function bareNumber(range: Range = anything, whole = false): NumberType {
  return number(unitless, range, true, whole)
}

export const yesNo: PlainType = { kind: 'yes-no', nullable: false }
export const date: PlainType = { kind: 'date', nullable: false }
export const duration: PlainType = { kind: 'duration', nullable: false }
export const nothing: PlainType = { kind: 'null', nullable: true }

export function text(options: readonly string[] | null): TextType {
  return { kind: 'text', options, nullable: false }
}

export function listOf(of: Type, longest: number): ListType {
  return { kind: 'list', of, mayBeEmpty: true, longest, nullable: false }
}

const kindNames: Readonly<Record<Type['kind'], string>> = {
  number: '数',
  text: '文字',
  'yes-no': '是/否',
  date: '日期',
  duration: '期间',
  null: '空值',
  list: '一列值',
}

export function nameType(type: Type): string {
  return kindNames[type.kind]
}

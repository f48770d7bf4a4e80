/**
 * Everything a formula may name: fields, the one collection, parameters and other formulas. This is what the
 * checker needs to know of a programme; where it was written matters only for messages.
 */
import type { TableFrame } from '../tables/table.ts'
import type { Scope } from './field.ts'
import type { Type } from './type.ts'

export interface FieldDeclaration {
  readonly kind: 'field'
  readonly name: string
  readonly scope: Scope
  readonly type: Type
}

export interface ParameterDeclaration {
  readonly kind: 'parameter'
  readonly name: string
  readonly type: Type
}

export interface RuleDeclaration {
  readonly kind: 'rule'
  readonly name: string
  readonly scope: Scope
  /** As declared: unit, closed list, kind. The checker holds the formula against it. */
  readonly type: Type
  /** The text of the formula, or of the decision table when there is a frame for it. */
  readonly source: string
  readonly table: TableFrame | null
}

export type Declaration = FieldDeclaration | ParameterDeclaration | RuleDeclaration

export interface Collection {
  readonly name: string
  readonly longest: number
}

export interface Declarations {
  readonly names: ReadonlyMap<string, Declaration>
  readonly collection: Collection
}

/** The day for which the programme is evaluated; every formula may read it. */
export const dayOfEvaluation = '评估日期'

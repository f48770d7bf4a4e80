/**
 * Facts that a programme asks about a household or its members: the Chinese name that formulas use, the ascii
 * id that code, forms and files use, and what the value may be.
 */
import type { Citation, Wording } from './citation.ts'

export type Scope = 'household' | 'member'
export type FieldType = 'number' | 'yes-no' | 'choice' | 'date' | 'text'

export interface Option {
  /** The text that formulas compare with; it is also what a situation holds. */
  readonly value: string
  readonly id: string
  readonly label: Wording
}

export interface Field {
  readonly id: string
  readonly name: string
  readonly scope: Scope
  readonly type: FieldType
  readonly label: Wording
  readonly help?: Wording
  /** `元/月`, `元`, `人`, …; empty for anything but a number. */
  readonly unit: string
  readonly options: readonly Option[]
  /** Inclusive, decimal text. */
  readonly min: string
  readonly max: string
  readonly decimals: number
  /** May be "does not apply"; formulas must then test for null. */
  readonly nullable: boolean
  /** A resident may answer 说不准; it then has to be found out before the programme can be evaluated. */
  readonly unsureAllowed: boolean
  /** What silence means; without it the fact must be given. */
  readonly whenMissing?: string | boolean | null
  /** Group of the application page on which the question stands. */
  readonly page: string
  readonly askedOfResident: boolean
  readonly citation?: Citation
}

export interface FormPage {
  readonly id: string
  readonly title: Wording
  readonly scope: Scope
}

export interface Form {
  /** The one group of rows: its name in formulas, its key in a situation, and how many it may hold. */
  readonly collection: { readonly name: string; readonly id: string; readonly longest: number }
  readonly pages: readonly FormPage[]
  readonly fields: readonly Field[]
}

/** What the case page reads besides the case itself. */
import type { Answer, Item } from '../../api.ts'

interface Citation {
  readonly title: string
  readonly clause: string
}

interface Shown {
  readonly display: { readonly 'zh-CN': string; readonly en: string }
}

/** The trace of a computation as the policy engine writes it; on the wire it is opaque. */
export interface TraceNode extends Shown {
  readonly name: string
  readonly id: string
  readonly member?: number
  readonly formula: string
  readonly from: string
  readonly pack: string
  readonly citation: Citation | null
  readonly parameters: readonly (Shown & { name: string; id: string; from: string; citation: Citation | null })[]
  readonly facts: readonly (Shown & {
    name: string
    id: string
    member?: number
    source: string | null
    date: string | null
    assumed: boolean
  })[]
  readonly inputs: readonly TraceNode[]
  readonly repeated: boolean
  readonly rowsHit?: readonly number[]
}

export type Fact = Item<'/cases/:id/facts'>
export type FactSide = NonNullable<Fact['declared']>
export type Assessment = Item<'/cases/:id/assessments'>
export type Verification = Answer<'/cases/:id/verification'>
export type Query = Verification['queries'][number]
export type Difference = Verification['differences'][number]
export type Resolution = NonNullable<Difference['resolution']>
export type Visit = Item<'/cases/:id/visits'>
export type VisitConflict = Answer<'/visits/:id/conflict'>
export type Notice = Item<'/cases/:id/notices'>
export type Objection = Item<'/objections'>
export type LineEntry = Item<'/households/:id/line'>

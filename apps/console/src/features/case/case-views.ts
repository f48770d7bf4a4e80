/** What the case page reads besides the case itself. */
import type { TraceNode } from '@doudi/policy'
import type { Answer, Item } from '../../api.ts'

export type { TraceNode }

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
export type Letter = Item<'/cases/:id/letters'>
export type LineEntry = Item<'/households/:id/line'>

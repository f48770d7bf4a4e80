/** What the payment screens read. */
import type { Answer, Item } from '../../api.ts'

export type Budget = Item<'/budgets'>
export type Batch = Item<'/batches'>
export type BatchDetail = Answer<'/batches/:id'>
export type DiffKind = keyof BatchDetail['diff']
export type Line = Item<'/batches/:id/lines'>
export type ReturnResult = Answer<'/batches/:id/return-file', 'post'>

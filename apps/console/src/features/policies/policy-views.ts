/** What the screens about standards and policy read. */
import type { Answer, Body, Item } from '../../api.ts'

export type PackSummary = Item<'/policies/packs'>
export type PackPageView = Answer<'/policies/packs/:pack'>
export type Parameter = PackPageView['parameters'][number]
export type Value = NonNullable<Parameter['current']>
export type Check = PackPageView['checks'][number]
export type RuleView = Item<'/policies/packs/:pack/programmes/:programme'>
export type HistoryView = Answer<'/policies/packs/:pack/parameters/:parameter/history'>
export type DraftSummary = Item<'/policies/drafts'>
export type Draft = Answer<'/policies/drafts/:id'>
export type Finding = Draft['findings'][number]
export type DraftText = Body<'/policies/drafts/:id', 'put'>
export type Change = DraftText['changes'][number]
export type ValueChange = Extract<Change, { parameter: string }>
export type RuleChange = Extract<Change, { rule: string }>
export type RuleHistoryView = Answer<'/policies/packs/:pack/programmes/:programme/rules/:rule/history'>
export type NameInFormula = Item<'/policies/packs/:pack/programmes/:programme/names'>
export type FormulaFault = Answer<'/policies/packs/:pack/programmes/:programme/check', 'post'>['items'][number]
export type NewDocument = DraftText['documents'][number]

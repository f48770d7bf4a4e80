/**
 * What a draft says: dated values of parameters and dated versions of rules of one pack, and documents that the pack does
 * not list yet. Pure.
 */
import type { TableFrame } from '@doudi/policy'

interface Dated {
  /** The first day on which it holds. */
  readonly from: string
  readonly document: string
  readonly clause: string
  /** Why a guideline (原则上) is departed from, or why it begins before today. */
  readonly reason: string | null
}

export interface ValueChange extends Dated {
  /** Name of the parameter. */
  readonly parameter: string
  /** As it is written in a pack; null for 未设定. */
  readonly value: string | null
}

/** A new version of a rule that there is; what it is called, and what it results in, the pack says. */
export interface RuleChange extends Dated {
  readonly programme: string
  /** Name of the rule. */
  readonly rule: string
  /** The formula, or the rows of a decision table when there is a frame for it. */
  readonly formula: string
  readonly table: TableFrame | null
}

export type Change = ValueChange | RuleChange

export const isOfRule = (change: Change): change is RuleChange => 'rule' in change

/** The parameter or the rule that changes. */
export const nameOf = (change: Change): string => (isOfRule(change) ? change.rule : change.parameter)

/** Two changes of one thing share it; the rules of two programmes may bear one name. */
export const subjectOf = (change: Change): string =>
  isOfRule(change) ? `${change.programme}/${change.rule}` : change.parameter

export interface NewDocument {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string
  readonly date: string
}

/** Changes of one pack that stand, or would stand, together. */
export interface ChangeSet {
  readonly pack: string
  readonly changes: readonly Change[]
  readonly documents: readonly NewDocument[]
  /** What stands beside each entry in the written file. */
  readonly note: string
}

/** Those that begin before a day: money was already decided on with other values. */
export function startingBefore(changes: readonly Change[], day: string): Change[] {
  return changes.filter(({ from }) => from < day)
}

/**
 * `programme.yaml`: what the programme is called, which formulas make the decision, which results are shown,
 * and the sentences in which a person is told the answer and its reasons.
 */
import type { Place } from '../problem.ts'
import type { Wording } from '../schema/citation.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

/** The formulas that answer "who gets how much, and why". */
export const decisionKeys = ['eligible', 'route', 'category', 'amount', 'coveredPeople'] as const
export type DecisionKey = (typeof decisionKeys)[number]

/** How what is granted is paid: every month, one time, or not at all, as with a recognition that opens other doors. */
export const payings = ['monthly', 'once', 'none'] as const
export type Paid = (typeof payings)[number]

export function paidBy({ paid }: ProgrammeFile): Paid {
  return paid ?? 'monthly'
}

/** What is not paid has no amount. */
export function decisionKeysOf({ paid }: { readonly paid: Paid | null }): readonly DecisionKey[] {
  return decisionKeys.filter(key => key !== 'amount' || paid !== 'none')
}

export interface Output {
  readonly rule: string
  /** Left out of the answer, with a warning, when it needs a value that is unset. */
  readonly optional: boolean
  readonly place: Place
}

/** One sentence, said when its condition holds. `{名称}` shows a value with its unit, `{名称#}` the bare number. */
export interface Sentence {
  readonly when: string | null
  readonly whenPlaceAt: (offset: number) => Place
  readonly text: Wording
  /** The formula whose clause is named after the sentence. */
  readonly clauseOf: string | null
  readonly place: Place
}

/** What one month of an award hands to the next. */
export const carriedKinds = ['was-paid', 'amount-when-eligible', 'months-paid-though-not-eligible'] as const
export type Carried = (typeof carriedKinds)[number]

/** A fact of the form that an earlier month knows: 正在享受低保, 原月低保金, 已渐退月数. */
export interface CarriedFact {
  readonly field: string
  readonly what: Carried
  readonly place: Place
}

export interface ProgrammeFile {
  readonly id: string
  readonly title: Wording
  /** Null where a lower pack leaves it as it is above. */
  readonly paid: Paid | null
  readonly decision: Readonly<Partial<Record<DecisionKey, { readonly rule: string; readonly place: Place }>>>
  readonly carried: readonly CarriedFact[]
  readonly outputs: readonly Output[]
  readonly explanation: readonly Sentence[]
  readonly workedSum: readonly Sentence[]
}

const programmeKeys = ['id', 'title', 'paid', 'decision', 'carried', 'outputs', 'explanation', 'workedSum']

export function readProgrammeFile(yaml: Yaml, report: Report): ProgrammeFile {
  const shape = new Shape(yaml, programmeKeys, report)
  const paid = shape.has('paid') ? shape.choice('paid', payings) : null
  return {
    id: shape.text('id'),
    title: shape.wording('title'),
    paid,
    decision: readDecision(shape, paid),
    carried: shape.shapes('carried', ['field', 'what']).map(entry => ({
      field: entry.text('field'),
      what: entry.choice('what', carriedKinds),
      place: entry.at('field'),
    })),
    outputs: shape.shapes('outputs', ['rule', 'optional']).map(entry => ({
      rule: entry.text('rule'),
      optional: entry.flag('optional', false),
      place: entry.at('rule'),
    })),
    explanation: shape.shapes('explanation', ['when', 'zh-CN', 'en', 'clauseOf']).map(readSentence),
    workedSum: shape.shapes('workedSum', ['when', 'zh-CN', 'en']).map(readSentence),
  }
}

function readDecision(shape: Shape, paid: Paid | null): ProgrammeFile['decision'] {
  const keys = decisionKeysOf({ paid })
  const decision = shape.optionalShape('decision', keys)
  const entries = keys.flatMap(key => {
    if (!decision) return []
    return [[key, { rule: decision.text(key), place: decision.at(key) }] as const]
  })
  return Object.fromEntries(entries)
}

function readSentence(entry: Shape): Sentence {
  const when = entry.has('when') ? entry.scalar('when') : undefined
  return {
    when: when?.value ?? null,
    whenPlaceAt: when?.placeAt ?? (() => entry.place),
    text: { 'zh-CN': entry.text('zh-CN'), en: entry.text('en') },
    clauseOf: entry.optionalText('clauseOf') ?? null,
    place: entry.place,
  }
}

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

export interface ProgrammeFile {
  readonly id: string
  readonly title: Wording
  readonly decision: Readonly<Partial<Record<DecisionKey, { readonly rule: string; readonly place: Place }>>>
  readonly outputs: readonly Output[]
  readonly explanation: readonly Sentence[]
  readonly workedSum: readonly Sentence[]
}

export function readProgrammeFile(yaml: Yaml, report: Report): ProgrammeFile {
  const shape = new Shape(yaml, ['id', 'title', 'decision', 'outputs', 'explanation', 'workedSum'], report)
  return {
    id: shape.text('id'),
    title: shape.wording('title'),
    decision: readDecision(shape),
    outputs: shape.shapes('outputs', ['rule', 'optional']).map(entry => ({
      rule: entry.text('rule'),
      optional: entry.flag('optional', false),
      place: entry.at('rule'),
    })),
    explanation: shape.shapes('explanation', ['when', 'zh-CN', 'en', 'clauseOf']).map(readSentence),
    workedSum: shape.shapes('workedSum', ['when', 'zh-CN', 'en']).map(readSentence),
  }
}

function readDecision(shape: Shape): ProgrammeFile['decision'] {
  const decision = shape.optionalShape('decision', decisionKeys)
  const entries = decisionKeys.flatMap(key => {
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

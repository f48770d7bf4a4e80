/**
 * What goes into an evaluation and what comes out. Everything here is plain JSON: money is whole fen in a safe
 * integer, every other number an exact fraction as text beside what a person reads.
 */
import type { Citation } from './schema/citation.ts'

/** A value as a form or a department gives it. Numbers may be text (`"614.67"`) so that nothing is lost. */
export type FactValue = string | number | boolean | null

/** A fact with its origin; a bare value means that the origin was not given. */
export interface SourcedFact {
  readonly value: FactValue
  /** Who says so: `declared`, `verification:deposits`, `visit`, … */
  readonly source?: string
  /** The day the fact was true, YYYY-MM-DD. */
  readonly date?: string
}

export type Fact = FactValue | SourcedFact
export type Facts = Readonly<Record<string, Fact>>

/** Field names are the Chinese names of the pack or their ascii ids; both are accepted, also mixed. */
export interface Situation {
  readonly household?: Facts
  readonly members: readonly Facts[]
}

/** A number, text, yes/no or date that was computed, read or set. */
export interface ShownValue {
  /** Exact: a whole number or fraction as text (`"1844/3"`), a text, `true`/`false`, a date; null when there is none. */
  readonly value: string | boolean | null
  readonly unit: string
  readonly display: { readonly 'zh-CN': string; readonly en: string }
}

export interface ParameterUse extends ShownValue {
  readonly name: string
  readonly id: string
  /** The pack that says so, the day from which it holds, and where it is written. `override` for a fixture. */
  readonly pack: string
  readonly from: string
  readonly citation: Citation | null
}

export interface FactUse extends ShownValue {
  readonly name: string
  readonly id: string
  /** Position in `members`; absent for a fact about the household. */
  readonly member?: number
  readonly source: string | null
  readonly date: string | null
  /** The fact was not given and the form says what silence means. */
  readonly assumed: boolean
}

/** One computed quantity: the formula, what it read, what came out, and the clause it rests on. */
export interface TraceNode extends ShownValue {
  readonly name: string
  readonly id: string
  readonly member?: number
  readonly formula: string
  /** The formula as a Chinese sentence. */
  readonly formulaInWords: string
  readonly from: string
  readonly pack: string
  readonly citation: Citation | null
  readonly parameters: readonly ParameterUse[]
  readonly facts: readonly FactUse[]
  /** Quantities this one read, in the order in which it read them. */
  readonly inputs: readonly TraceNode[]
  /** Of a decision table: the rows that hit, counted from 1; empty when the default holds. */
  readonly rowsHit?: readonly number[]
  /** Already shown in full further up; `parameters`, `facts` and `inputs` are empty here. */
  readonly repeated: boolean
}

export interface WorkedSumLine {
  readonly 'zh-CN': string
  readonly en: string
}

export interface Decision {
  /** Meets the conditions on this date, as a whole family or as single persons. */
  readonly eligible: boolean
  /** Ids of the programme's own closed lists; of dibao `household`, `single-person`, `none`. */
  readonly route: string
  /** Of dibao `dibao`, `single-person`, `retention` (渐退期), `edge` (低保边缘家庭), `none`. */
  readonly category: string
  /**
   * Whole fen, always a safe integer; 0 when the programme is not paid by the month. In `retention` it is the kept
   * amount although `eligible` is false.
   */
  readonly amountFenPerMonth: number
  /** The same for what is paid one time. A recognition without money has 0 in both. */
  readonly amountFenOnce: number
  readonly coveredPeople: number
}

export interface VersionUse {
  readonly name: string
  readonly pack: string
  readonly from: string
}

/** Enough to find the same text again: every parameter and rule that was in force, and a hash over all of it. */
export interface Versions {
  readonly contentHash: string
  readonly parameters: readonly VersionUse[]
  readonly rules: readonly VersionUse[]
}

export interface EvaluationWarning {
  readonly code: string
  readonly message: { readonly 'zh-CN': string; readonly en: string }
}

/** One condition that fails: what is, where the line is, and how far apart they are. */
export interface Obstacle {
  /** The formula that the condition stands in, and its clause. */
  readonly rule: string
  /** What was compared, as it stands. */
  readonly found: (ShownValue & { readonly name: string }) | null
  readonly line: ShownValue | null
  /** Rounded up to whole fen, so that it is never shown smaller than it is. */
  readonly distance: ShownValue | null
  readonly text: { readonly 'zh-CN': string; readonly en: string }
  readonly citation: Citation | null
}

/** All of these must change, or any one of them. */
export interface Obstacles {
  readonly need: 'all' | 'any'
  readonly of: readonly (Obstacle | Obstacles)[]
}

export interface Evaluation {
  readonly programme: string
  readonly pack: string
  readonly date: string
  readonly versions: Versions
  readonly decision: Decision
  readonly outputs: Readonly<Record<string, ShownValue>>
  readonly trace: TraceNode
  /** What keeps a household from being eligible, found in the formulas; null when it is eligible. */
  readonly obstacles: Obstacles | null
  readonly explanation: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] }
  readonly workedSum: readonly WorkedSumLine[]
  readonly warnings: readonly EvaluationWarning[]
}

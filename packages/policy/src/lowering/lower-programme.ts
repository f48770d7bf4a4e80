/**
 * A compiled programme → the steps that work it out, for readers that take many households at once. The formulas come
 * in the order in which they need each other; what cannot be lowered is left to the exact interpreter, with the reason.
 */
import type { CheckedRule } from '../check/programme.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { lower } from './lower-expression.ts'
import type { LoweredProgramme, Result, Truth } from './lowered.ts'
import { Lowering, scopeOf } from './lowering.ts'
import { NotLowerable } from './not-lowerable.ts'
import { prune } from './prune.ts'
import type { Scaled } from './scaled.ts'
import { or } from './truth.ts'
import { doubtful, type Lowered } from './value.ts'

export interface LoweringOptions {
  /** Formulas whose results are wanted, by name; without it, all of them. */
  readonly outputs?: readonly string[]
  /** Whole numbers up to this are exact in the reader; null when it has no limit. */
  readonly largest: bigint | null
}

export function lowerProgramme(programme: CompiledProgramme, { outputs, largest }: LoweringOptions): LoweredProgramme {
  const into = new Lowering(programme, largest, lower)
  const reasons = new Map<string, string>()
  for (const rule of programme.rules) into.rules.set(rule.name, lowerRule(rule, into, reasons))
  const wanted = outputs ?? programme.rules.map(rule => rule.name)
  return prune({
    columns: into.columns,
    texts: into.texts,
    steps: into.steps.list,
    results: wanted.map(name => resultOf(name, into, reasons)),
    longest: into.longest,
  })
}

function lowerRule(rule: CheckedRule, into: Lowering, reasons: Map<string, string>): Lowered {
  into.formula = rule.name
  try {
    return stored(into.lower(rule.tree), into)
  } catch (error) {
    if (!(error instanceof NotLowerable)) throw error
    reasons.set(rule.name, error.message)
    const { kind } = rule.type
    return doubtful(kind === 'number' ? 'number' : kind === 'yes-no' ? 'truth' : 'whole')
  }
}

/** Makes steps of a formula's value, so that whoever reads it reads the step. Constants stay what they are. */
function stored(value: Lowered, into: Lowering): Lowered {
  const { steps, formula } = into
  const scope = scopeOf(into, formula)
  const row = scope === 'household' ? 'household' : 0
  const node = value.kind === 'truth' ? value.truth : value.kind === 'whole' ? value.whole : value.number.n
  const unsure = or(value.doubt, or(into.beyond(node), into.beyond(value.doubt)))
  const doubt: Truth =
    unsure.kind === 'always' || unsure.kind === 'step' ? unsure : steps.truth(formula, scope, unsure, row)
  if (node.kind === 'constant' || node.kind === 'always' || node.kind === 'step') return { ...value, doubt }
  if (value.kind === 'truth') return { ...value, truth: steps.truth(formula, scope, value.truth, row), doubt }
  if (value.kind === 'whole') return { ...value, whole: steps.whole(formula, scope, value.whole, row), doubt }
  const number: Scaled = { ...value.number, n: steps.whole(formula, scope, value.number.n, row) }
  return { ...value, number, doubt }
}

/** A result names steps, also where the value is a constant. */
function resultOf(name: string, into: Lowering, reasons: ReadonlyMap<string, string>): Result {
  const rule = into.programme.rules.find(each => each.name === name)!
  const value = into.rules.get(name)!
  const scope = scopeOf(into, name)
  const row = scope === 'household' ? 'household' : 0
  const truthStep = (truth: Truth) => (truth.kind === 'step' ? truth : into.steps.truth(name, scope, truth, row)).step
  const reason = reasons.get(name)
  return {
    rule: name,
    scope,
    value: shape(),
    doubt: value.doubt.kind === 'always' && !value.doubt.value ? null : truthStep(value.doubt),
    ...(reason === undefined ? {} : { reason }),
  }

  function shape(): Result['value'] {
    if (value.kind === 'truth') return { kind: 'yes-no', step: truthStep(value.truth) }
    const n = value.kind === 'whole' ? value.whole : value.number.n
    const { step } = n.kind === 'step' ? n : into.steps.whole(name, scope, n, row)
    if (value.kind === 'number')
      return {
        kind: 'number',
        step,
        scale: value.number.scale,
        denominators: value.number.under.map(each => each.step),
      }
    return { kind: rule.type.kind as 'text' | 'date' | 'duration', step }
  }
}

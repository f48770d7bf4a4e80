/** One household, one answer: the decision, every result, the reasons. */
import { Problem } from '@doudi/kernel'
import type { Decision, Evaluation, EvaluationWarning, ShownValue, Situation, Versions } from './evaluation.ts'
import { show } from './explain/display.ts'
import { obstaclesOf } from './explain/obstacles.ts'
import { explain, workedSum } from './explain/sentences.ts'
import { type GivenFacts, readSituation } from './interpret/facts.ts'
import { type FactTable, Run } from './interpret/run.ts'
import { lookUp, TraceBuilder } from './interpret/trace.ts'
import type { Value } from './interpret/value.ts'
import type { CompiledProgramme } from './packs/compile.ts'
import { type DecisionKey, decisionKeysOf } from './packs/programme-file.ts'
import { refuse } from './problem.ts'
import { multiply, type Rational, toText, whole } from './rational/rational.ts'

/** Refuses when the situation is wrong, or when the answer depends on something unset or not yet known. */
export function evaluate(programme: CompiledProgramme, situation: Situation): Evaluation {
  const facts = readFor(programme, situation)
  const run = new Run(programme.internals.program, facts, true)
  const decision = decide(programme, run)
  const warnings: EvaluationWarning[] = checkWarnings(programme)
  const outputs = readOutputs(programme, run, warnings)
  const lookup = lookUp(programme, run, facts)
  return {
    programme: programme.programme,
    pack: programme.pack,
    date: programme.date,
    versions: versionsOf(programme),
    decision,
    outputs,
    trace: rootTrace(programme, run, facts, decision),
    obstacles: decision.eligible ? null : obstaclesOf(programme, run, decisionRule(programme, 'eligible')),
    explanation: explain(programme, run, lookup),
    workedSum: workedSum(programme, run, lookup),
    warnings,
  }
}

/** The decision alone, without reasons: what simulation over many households needs. */
export function decideOnly(programme: CompiledProgramme, situation: Situation): Decision {
  return decide(programme, new Run(programme.internals.program, readFor(programme, situation), false))
}

/** The same for facts that have been read already, as from the columns of a register. */
export function decideFacts(programme: CompiledProgramme, facts: FactTable): Decision {
  return decide(programme, new Run(programme.internals.program, facts, false))
}

function readFor(programme: CompiledProgramme, situation: Situation): GivenFacts {
  return readSituation(situation, programme.internals.reader)
}

function decisionRule(programme: CompiledProgramme, key: DecisionKey): string {
  const named = programme.internals.assembly.programme?.decision[key]
  if (!named) throw refuse('policy.pack-invalid', { pack: programme.pack, missing: `decision.${key}` })
  return named.rule
}

function result(programme: CompiledProgramme, run: Run, rule: string): Value {
  const slot = programme.internals.slots.rules.get(rule)
  if (slot !== undefined) return run.rule(slot, -1)
  throw refuse('policy.rule-before-first-date', { rule, pack: programme.pack, date: programme.date })
}

function decide(programme: CompiledProgramme, run: Run): Decision {
  const of = (key: DecisionKey) => result(programme, run, decisionRule(programme, key))
  const optionId = (key: DecisionKey) => {
    const rule = programme.internals.assembly.rules.get(decisionRule(programme, key))!.rule
    return rule.optionIds.get(of(key) as string) ?? (of(key) as string)
  }
  const { paid } = programme
  const amount = paid === 'none' ? 0 : wholeFen(of('amount') as Rational)
  return {
    eligible: of('eligible') as boolean,
    route: optionId('route'),
    category: optionId('category'),
    amountFenPerMonth: paid === 'monthly' ? amount : 0,
    amountFenOnce: paid === 'once' ? amount : 0,
    coveredPeople: Number((of('coveredPeople') as Rational).n),
  }
}

function wholeFen(yuan: Rational): number {
  const fen = multiply(yuan, whole(100))
  const number = Number(fen.n)
  if (fen.d !== 1n || !Number.isSafeInteger(number))
    throw refuse('policy.amount-not-whole-fen', { amount: toText(yuan) })
  return number
}

/** What is shown beside the decision; a formula that begins later is not shown yet. */
function readOutputs(
  programme: CompiledProgramme,
  run: Run,
  warnings: EvaluationWarning[],
): Record<string, ShownValue> {
  const outputs: Record<string, ShownValue> = {}
  const { assembly } = programme.internals
  for (const output of assembly.programme!.outputs.filter(({ rule }) => !assembly.laterRules.has(rule))) {
    const chosen = assembly.rules.get(output.rule)
    try {
      outputs[output.rule] = show(result(programme, run, output.rule), chosen!.rule)
    } catch (error) {
      if (!(error instanceof Problem) || !output.optional) throw error
      outputs[output.rule] = show(null, chosen?.rule ?? { unit: '', optionLabels: new Map() })
      warnings.push(notDetermined(output.rule, error))
    }
  }
  return outputs
}

function notDetermined(rule: string, problem: Problem): EvaluationWarning {
  const what = String(problem.details.parameter ?? problem.details.field ?? problem.details.rule ?? '')
  return {
    code: problem.code,
    message: {
      'zh-CN': `“${rule}”没有算出：“${what}”未设定或未查明。`,
      en: `“${rule}” was not determined: “${what}” is unset or not yet known.`,
    },
  }
}

function checkWarnings(programme: CompiledProgramme): EvaluationWarning[] {
  return programme.internals.warnings.map(({ message }) => ({ code: 'pack.soft-rule', message }))
}

function versionsOf(programme: CompiledProgramme): Versions {
  return {
    contentHash: programme.contentHash,
    parameters: programme.parameters.flatMap(({ parameter, chosen, overridden }) => {
      if (overridden) return [{ name: parameter.name, pack: 'override', from: programme.date }]
      return chosen ? [{ name: parameter.name, pack: chosen.pack, from: chosen.entry.from }] : []
    }),
    rules: programme.internals.ruleVersions,
  }
}

/** The root stands for the decision itself; under it the formulas that make it. */
function rootTrace(programme: CompiledProgramme, run: Run, facts: GivenFacts, decision: Decision) {
  const builder = new TraceBuilder(programme, run, facts)
  const { slots } = programme.internals
  const keys = decisionKeysOf(programme)
  const inputs = keys.map(key => builder.node(slots.rules.get(decisionRule(programme, key))!, -1))
  return {
    name: programme.title['zh-CN'],
    id: programme.programme,
    formula: '',
    formulaInWords: '',
    ...show(decision.eligible, { unit: '', optionLabels: new Map() }),
    from: programme.date,
    pack: programme.pack,
    citation: null,
    parameters: [],
    facts: [],
    inputs,
    repeated: false,
  }
}

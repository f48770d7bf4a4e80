/** Runs one named example and says how the answer differs from the expected one. */
import { Problem } from '@doudi/kernel'
import { evaluate } from '../evaluate.ts'
import type { Evaluation } from '../evaluation.ts'
import type { PolicyCase } from './cases-file.ts'
import { type CompiledProgramme, compile } from './compile.ts'
import type { PackSet } from './pack.ts'

export interface CaseResult {
  readonly case: PolicyCase
  /** Empty when the answer is as expected. */
  readonly differences: readonly string[]
}

export function runCase(packs: PackSet, one: PolicyCase): CaseResult {
  try {
    const programme = compile(packs, one)
    const evaluation = evaluate(programme, one.situation)
    if (one.expect.refused)
      return { case: one, differences: [`expected refusal ${one.expect.refused}, got a decision`] }
    return { case: one, differences: [...differences(one, evaluation), ...checkDifferences(one, programme)] }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const isExpected = error.code === one.expect.refused
    return { case: one, differences: isExpected ? [] : [`refused: ${error.code}${reason(error)}`] }
  }
}

function checkDifferences(one: PolicyCase, programme: CompiledProgramme): string[] {
  const [wanted, found] = [one.expect.checks, programme.internals.warnings.map(({ name }) => name)]
  if (wanted === null || wanted.join() === found.join()) return []
  return [`checks: expected [${wanted.join('、')}], got [${found.join('、')}]`]
}

function reason(problem: Problem): string {
  const issues = problem.issues.map(issue => `${issue.pointer} ${issue.code}`)
  const what = [problem.details.parameter, problem.details.field, ...issues].filter(Boolean).join(', ')
  return what === '' ? '' : ` (${what})`
}

function differences(one: PolicyCase, evaluation: Evaluation): string[] {
  const decision: Record<string, unknown> = { ...evaluation.decision }
  const compareAll = (expected: Readonly<Record<string, string>>, found: (key: string) => unknown) =>
    Object.entries(expected).flatMap(([key, value]) =>
      String(found(key)) === value ? [] : [`${key}: expected ${value}, got ${String(found(key))}`],
    )
  return [
    ...compareAll(one.expect.decision, key => decision[key]),
    ...compareAll(one.expect.outputs, key => evaluation.outputs[key]?.value),
  ]
}

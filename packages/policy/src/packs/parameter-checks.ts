/** Relations between parameters, such as "urban at most 1.3 times rural": a mistake, or for guidelines a warning. */

import { Problem } from '@doudi/kernel'
import { checkCondition } from '../check/agree.ts'
import { contextFor } from '../check/context.ts'
import { checkExpression } from '../check/formula.ts'
import { parseDate } from '../check/literals.ts'
import { prepare } from '../interpret/prepare.ts'
import { Run, Unknown } from '../interpret/run.ts'
import type { Value } from '../interpret/value.ts'
import type { Setting } from '../params/parameter.ts'
import type { Wording } from '../schema/citation.ts'
import { type Declaration, dayOfEvaluation } from '../schema/declaration.ts'
import { FaultError } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { type ChosenParameter, chooseParameters } from './assemble.ts'
import type { Pack } from './pack.ts'
import type { ParameterCheck } from './parameters-file.ts'
import type { Report } from './report.ts'

interface Failing {
  readonly name: string
  readonly message: Wording
  readonly soft: boolean
  readonly check: ParameterCheck
}

type Resolved = ChosenParameter & { readonly setting: Setting | null }

/** A check that could be answered on a day, and what it read for that. */
export interface WeighedCheck {
  readonly check: ParameterCheck
  readonly holds: boolean
  readonly read: readonly Resolved[]
}

/** Checks of the whole line on a day. One whose values are unset says nothing. */
export function weighChecks(line: readonly Pack[], date: string, parameters: readonly Resolved[]): WeighedCheck[] {
  return line
    .flatMap(pack => pack.checks)
    .filter(check => check.from <= date)
    .flatMap(check => {
      const answer = holds(check, date, parameters)
      return answer === null ? [] : [{ check, holds: answer, read: parametersOf(check, parameters) }]
    })
}

function failingChecks(line: readonly Pack[], date: string, parameters: readonly Resolved[]): Failing[] {
  return weighChecks(line, date, parameters)
    .filter(weighed => !weighed.holds)
    .map(({ check }) => ({ name: check.name, message: check.message, soft: check.soft, check }))
}

function holds(check: ParameterCheck, date: string, parameters: readonly Resolved[]): boolean | null {
  try {
    const values = parameters.map(
      ({ setting }): Value | Unknown => setting ?? new Unknown(() => new Problem('invalid', 'unset')),
    )
    const program = { day: parseDate(date)!, parameters: values, rules: [] }
    return new Run(program, { household: [], members: [] }, false).once(prepareCheck(check, parameters)) as boolean
  } catch (error) {
    if (error instanceof Problem || error instanceof FaultError) return null
    throw error
  }
}

function prepareCheck(check: ParameterCheck, parameters: readonly ChosenParameter[]) {
  const slots = new Map(parameters.map(({ parameter }, slot) => [parameter.name, slot]))
  const { tree } = checkedFormula(check, parameters)
  return prepare(tree, { fields: new Map(), rules: new Map(), parameters: slots })
}

function checkedFormula(check: ParameterCheck, parameters: readonly ChosenParameter[]) {
  const names = new Map<string, Declaration>(
    parameters.map(({ parameter: p }) => [p.name, { kind: 'parameter', name: p.name, type: p.checkType }]),
  )
  const declarations = { names, collection: { name: '家庭成员', longest: 30 } }
  const context = contextFor('household', declarations, unreachable, checkExpression)
  return { tree: checkCondition(parse(check.formula), context), uses: context.uses }
}

function unreachable(name: string): never {
  throw new Error(`a check of parameters reads no formula, but found ${name} (${dayOfEvaluation})`)
}

/** Holds every day on which a value of the line changes against every check. What fails above is told above. */
export function reportFailingChecks(line: readonly Pack[], report: Report): void {
  const pack = line.at(-1)!
  const dates = new Set(line.flatMap(p => [...p.entries.values()].flat().map(entry => entry.from)))
  for (const check of pack.checks) reportUnreadable(check, chooseParameters(line, '9999-12-31'), report)
  for (const date of dates) {
    const parameters = resolvedOn(line, date)
    const above = failingChecks(line.slice(0, -1), date, resolvedOn(line.slice(0, -1), date)).map(({ check }) => check)
    for (const failing of failingChecks(line, date, parameters))
      if (!above.includes(failing.check)) reportFailing(failing, pack, parameters, report)
  }
}

function resolvedOn(line: readonly Pack[], date: string): Resolved[] {
  return [...chooseParameters(line, date).values()].map(p => ({ ...p, setting: p.chosen?.entry.value ?? null }))
}

/** Told at the check itself, or, when the check stands in a pack above, at the value of this pack that breaks it. */
function reportFailing(
  { check, name, message, soft }: Failing,
  pack: Pack,
  parameters: readonly Resolved[],
  report: Report,
): void {
  const read = parametersOf(check, parameters)
  if (soft && read.some(({ chosen }) => chosen?.entry.reason)) return
  const own = read.findLast(({ chosen }) => chosen?.pack === pack.name)?.chosen?.entry.place
  const place = pack.checks.includes(check) ? check.shape.at('formula') : (own ?? pack.place)
  const values = { name, message: message['zh-CN'], messageEn: message.en }
  if (soft) report.warning('pack.soft-rule', place, values)
  else report.error('pack.check-fails', place, values)
}

export function parametersOf<P extends ChosenParameter>(check: ParameterCheck, parameters: readonly P[]): P[] {
  const { uses } = checkedFormula(check, parameters)
  return parameters.filter(({ parameter }) => uses.has(parameter.name))
}

function reportUnreadable(
  check: ParameterCheck,
  parameters: ReadonlyMap<string, ChosenParameter>,
  report: Report,
): void {
  try {
    prepareCheck(check, [...parameters.values()])
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const { code, at, values } = error.fault
    report.error(code, check.shape.scalar('formula')?.placeAt(at.from) ?? check.shape.place, values)
  }
}

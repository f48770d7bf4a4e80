/** Relations between parameters, such as "urban at most 1.3 times rural": a mistake, or for guidelines a warning. */

import { Problem } from '@doudi/kernel'
import { checkCondition } from '../check/agree.ts'
import { contextFor } from '../check/context.ts'
import { checkExpression } from '../check/formula.ts'
import { parseDate } from '../check/literals.ts'
import { requireNumber } from '../check/numbers.ts'
import { showNumber } from '../explain/display.ts'
import { place, placesIn } from '../explain/places.ts'
import { prepare } from '../interpret/prepare.ts'
import { Run, Unknown } from '../interpret/run.ts'
import type { Value } from '../interpret/value.ts'
import type { Setting } from '../params/parameter.ts'
import type { Place } from '../problem.ts'
import type { Wording } from '../schema/citation.ts'
import { type Declaration, dayOfEvaluation } from '../schema/declaration.ts'
import { FaultError } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { type ChosenParameter, chooseParameters } from './assemble.ts'
import type { Pack } from './pack.ts'
import type { ParameterCheck } from './parameters-file.ts'
import type { Report } from './report.ts'

type Resolved = ChosenParameter & { readonly setting: Setting | null }

/** A check that could be answered on a day, and what it read for that. */
export interface WeighedCheck {
  readonly check: ParameterCheck
  readonly holds: boolean
  readonly read: readonly Resolved[]
  /** What is said when it does not hold, with the bounds of the day put in. */
  readonly message: Wording
}

/** Checks of the whole line on a day. One whose values are unset says nothing. */
export function weighChecks(line: readonly Pack[], date: string, parameters: readonly Resolved[]): WeighedCheck[] {
  const begun = line.flatMap(pack => pack.checks).filter(check => check.from <= date)
  if (begun.length === 0) return []
  const names = declared(parameters)
  const byName = new Map(parameters.map(resolved => [resolved.parameter.name, resolved]))
  const work: WorkOut = formula => workOut(formula, date, names, byName)
  return begun.flatMap(check => {
    const answer = work(check.formula)
    if (!answer) return []
    const holds = answer.value as boolean
    return [{ check, holds, read: answer.read, message: holds ? check.message : filledIn(check.message, work) }]
  })
}

type WorkOut = (formula: string) => { readonly value: Value; readonly read: readonly Resolved[] } | null

/** Null where a value is unset or the formula cannot be read, which is told elsewhere. */
function workOut(formula: string, date: string, names: Names, byName: ReadonlyMap<string, Resolved>) {
  try {
    const { tree, uses } = checkedFormula(formula, names)
    const read = [...uses].map(name => byName.get(name)!)
    const values = read.map(({ setting }) => setting ?? new Unknown(() => new Problem('invalid', 'unset')))
    const slots = new Map(read.map(({ parameter }, slot) => [parameter.name, slot]))
    const program = { day: parseDate(date)!, parameters: values as (Value | Unknown)[], rules: [] }
    const prepared = prepare(tree, { fields: new Map(), rules: new Map(), parameters: slots })
    return { value: new Run(program, noFacts, false).once(prepared), read }
  } catch (error) {
    if (error instanceof Problem || error instanceof FaultError) return null
    throw error
  }
}

/** `{下限 * 统计数}` in a message is worked out like the check itself; `…` where a value is unset. */
function filledIn(message: Wording, work: WorkOut): Wording {
  const fill = (text: string) =>
    text.replace(place, (_, formula: string) => {
      const value = work(formula)?.value
      return value !== null && typeof value === 'object' && 'n' in value ? showNumber(value) : '…'
    })
  return { 'zh-CN': fill(message['zh-CN']), en: fill(message.en) }
}

export interface JudgedCheck {
  readonly check: ParameterCheck
  readonly pack: string
  /** `open` when it cannot be answered because a value that it needs is not set. */
  readonly verdict: 'holds' | 'fails' | 'open'
  readonly reads: readonly string[]
  /** What keeps an open one open. */
  readonly missing: readonly string[]
  /** What is said when it does not hold, with the bounds of the day put in. */
  readonly message: Wording
}

/** Every check of the line that is in force on a day, also those that cannot be answered. */
export function judgedChecks(line: readonly Pack[], date: string): JudgedCheck[] {
  const parameters = resolvedOn(line, date)
  const answers = new Map(weighChecks(line, date, parameters).map(weighed => [weighed.check, weighed]))
  return line.flatMap(({ name: pack, checks }) =>
    checks
      .filter(check => check.from <= date)
      .map(check => {
        const answer = answers.get(check)
        const verdict = answer === undefined ? 'open' : answer.holds ? 'holds' : 'fails'
        const read = parametersOf(check, parameters)
        const missing = answer === undefined ? read.filter(({ setting }) => setting === null).map(nameOf) : []
        return { check, pack, verdict, reads: read.map(nameOf), missing, message: answer?.message ?? check.message }
      }),
  )
}

const nameOf = ({ parameter }: ChosenParameter) => parameter.name

const noFacts = { household: [], members: [] }

function failingChecks(line: readonly Pack[], date: string, parameters: readonly Resolved[]): WeighedCheck[] {
  return weighChecks(line, date, parameters).filter(weighed => !weighed.holds)
}

type Names = ReadonlyMap<string, Declaration>

function declared(parameters: readonly ChosenParameter[]): Names {
  return new Map(parameters.map(({ parameter: p }) => [p.name, { kind: 'parameter', name: p.name, type: p.checkType }]))
}

function checkedFormula(formula: string, names: Names) {
  const declarations = { names, collection: { name: '家庭成员', longest: 30 } }
  const context = contextFor('household', declarations, unreachable, checkExpression)
  return { tree: checkExpression(parse(formula), context), uses: context.uses, context }
}

function unreachable(name: string): never {
  throw new Error(`a check of parameters reads no formula, but found ${name} (${dayOfEvaluation})`)
}

/** Holds the checks against every day on which one of their values changes. What fails above is told above. */
export function reportFailingChecks(line: readonly Pack[], report: Report): void {
  const pack = line.at(-1)!
  const latest = [...chooseParameters(line, '9999-12-31').values()]
  for (const check of pack.checks) reportUnreadable(check, declared(latest), report)
  for (const date of datesOfChecks(line, latest)) {
    const above = failingChecks(line.slice(0, -1), date, resolvedOn(line.slice(0, -1), date)).map(({ check }) => check)
    for (const failing of failingChecks(line, date, resolvedOn(line, date)))
      if (!above.includes(failing.check)) reportFailing(failing, pack, report)
  }
}

function datesOfChecks(line: readonly Pack[], parameters: readonly ChosenParameter[]): ReadonlySet<string> {
  const checks = line.flatMap(pack => pack.checks)
  const read = new Set(checks.flatMap(check => parametersOf(check, parameters)).map(({ parameter }) => parameter.name))
  const entries = line.flatMap(pack => [...pack.entries].flatMap(([name, own]) => (read.has(name) ? own : [])))
  return new Set([...checks, ...entries].map(({ from }) => from))
}

function resolvedOn(line: readonly Pack[], date: string): Resolved[] {
  return [...chooseParameters(line, date).values()].map(p => ({ ...p, setting: p.chosen?.entry.value ?? null }))
}

/** Told at the check itself, or, when the check stands in a pack above, at the value of this pack that breaks it. */
function reportFailing({ check, read, message }: WeighedCheck, pack: Pack, report: Report): void {
  const { name, soft } = check
  if (soft && read.some(({ chosen }) => chosen?.entry.reason)) return
  const own = read.findLast(({ chosen }) => chosen?.pack === pack.name)?.chosen?.entry.place
  const where = pack.checks.includes(check) ? check.shape.at('formula') : (own ?? pack.place)
  const values = { name, message: message['zh-CN'], messageEn: message.en }
  if (soft) report.warning('pack.soft-rule', where, values)
  else report.error('pack.check-fails', where, values)
}

/** What a check reads; nothing when it cannot be read, which is told elsewhere. */
export function parametersOf<P extends ChosenParameter>(check: ParameterCheck, parameters: readonly P[]): P[] {
  try {
    const { uses } = checkedFormula(check.formula, declared(parameters))
    return parameters.filter(({ parameter }) => uses.has(parameter.name))
  } catch (error) {
    if (error instanceof FaultError) return []
    throw error
  }
}

function reportUnreadable(check: ParameterCheck, names: Names, report: Report): void {
  const formula = check.shape.scalar('formula')
  tellFault(
    at => formula?.placeAt(at) ?? check.shape.place,
    report,
    () => checkCondition(parse(check.formula), checkedFormula(check.formula, names).context),
  )
  for (const bound of [...placesIn(check.message['zh-CN']), ...placesIn(check.message.en)])
    tellFault(
      () => check.shape.at('message'),
      report,
      () => requireNumber(checkedFormula(bound, names).tree),
    )
}

function tellFault(placeAt: (offset: number) => Place, report: Report, read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const { code, at, values } = error.fault
    report.error(code, placeAt(at.from), values)
  }
}

/**
 * What can only be seen when a pack stands together with those above it: names used twice, formulas on every
 * day on which one of them changes, values that go where the upper level does not let them.
 */
import { checkRules } from '../check/programme.ts'
import { choose } from '../params/choose.ts'
import type { DatedValue, Parameter } from '../params/parameter.ts'
import type { Place } from '../problem.ts'
import { isLeast } from '../procedure.ts'
import { compare, type Rational, toText } from '../rational/rational.ts'
import { dayOfEvaluation } from '../schema/declaration.ts'
import { type Assembly, assemble, datesOfChange, versionsIn } from './assemble.ts'
import { checkProgrammeFile } from './check-programme-file.ts'
import { checkGrowth } from './growth.ts'
import type { Pack } from './pack.ts'
import { levelNames } from './pack-file.ts'
import { reportFailingChecks } from './parameter-checks.ts'
import type { Report } from './report.ts'
import type { Rule, RuleVersion } from './rules-file.ts'

/** `line` runs from the nation down to the pack that is checked. */
export function checkPack(line: readonly Pack[], report: Report): void {
  const pack = line.at(-1)!
  checkDirections(line, report)
  checkGrowth(line, report)
  reportFailingChecks(line, report)
  for (const programme of new Set(line.flatMap(p => [...p.programmes.keys()]))) {
    const changesNothing = pack.declared.length === 0 && !pack.programmes.has(programme)
    if (changesNothing) continue
    checkNames(line, programme, report)
    checkOverrides(line, programme, report)
    checkLimits(line, programme, report)
    const dates = datesOfChange(line, programme)
    for (const date of dates) checkFormulas(assemble(line, programme, date), report)
    const last = assemble(line, programme, dates.at(-1) ?? '9999-12-31')
    if (pack.programmes.get(programme)?.programme || pack.inherits === null)
      checkProgrammeFile(last, programme, pack, report)
  }
}

function checkFormulas(assembly: Assembly, report: Report): void {
  const { faults } = checkRules(assembly.declarations)
  for (const { rule, fault } of faults) {
    const chosen = assembly.rules.get(rule)
    // An empty formula has been reported where the file was read.
    if (chosen && chosen.version.formula !== '')
      report.error(fault.code, chosen.version.placeAt(fault.at.from), fault.values)
  }
}

function checkNames(line: readonly Pack[], programme: string, report: Report): void {
  const seen = new Map<string, Place>()
  const note = (name: string, place: Place) => {
    const other = seen.get(name)
    if (other && other !== place)
      report.error('pack.duplicate-name', place, { name, where: `${other.file}:${other.line}` })
    seen.set(name, other ?? place)
  }
  const nowhere = { file: '', line: 0, column: 0 }
  seen.set(dayOfEvaluation, nowhere)
  for (const pack of line) {
    for (const parameter of pack.declared)
      for (const name of [parameter.name, parameter.id]) note(name, parameter.place)
    const layer = pack.programmes.get(programme)
    for (const { field, shape } of layer?.form?.fields ?? []) {
      note(field.name, shape.at('name'))
      note(field.id, shape.at('id'))
    }
    for (const { rule } of layer?.rules?.declared ?? []) for (const name of [rule.name, rule.id]) note(name, rule.place)
  }
}

function checkOverrides(line: readonly Pack[], programme: string, report: Report): void {
  const pack = line.at(-1)!
  const rules = line.flatMap(p => p.programmes.get(programme)?.rules?.declared.map(d => d.rule) ?? [])
  const file = pack.programmes.get(programme)?.rules
  for (const { name, place } of file?.overrides ?? []) {
    const rule = rules.find(r => r.name === name)
    if (!rule) report.error('pack.override-unknown', place, { name })
    else if (!rule.openTo.includes(pack.level))
      report.error('pack.not-open', place, {
        name,
        owner: rule.pack,
        level: levelNames[pack.level],
        levelEn: pack.level,
      })
  }
  for (const rule of rules) checkDays(versionsIn(file, rule), rule.name, report)
}

/** A pack writes its own formulas, and those of above that are open to its level. */
export function mayWrite(pack: Pick<Pack, 'name' | 'level'>, rule: Rule): boolean {
  return rule.pack === pack.name || rule.openTo.includes(pack.level)
}

/** The versions of a formula may stand in several files of a pack; no two of them begin on one day. */
function checkDays(versions: readonly RuleVersion[], name: string, report: Report): void {
  const days = new Set<string>()
  for (const { from, placeAt } of versions) {
    if (days.has(from)) report.error('pack.dates-out-of-order', placeAt(0), { name })
    days.add(from)
  }
}

/** A lower level may shorten a legal limit, never lengthen it; a notice it may lengthen, never shorten. */
function checkLimits(line: readonly Pack[], programme: string, report: Report): void {
  const pack = line.at(-1)!
  const upper = line
    .slice(0, -1)
    .flatMap(({ name: owner, programmes }) =>
      (programmes.get(programme)?.procedure ?? []).flatMap(({ clocks }) => clocks.map(clock => ({ ...clock, owner }))),
    )
  for (const clock of (pack.programmes.get(programme)?.procedure ?? []).flatMap(piece => piece.clocks)) {
    const above = upper.filter(({ id }) => id === clock.id)
    const least = above.some(isLeast)
    const counted = above.filter(({ count }) => count !== undefined)
    const { owner, count: bound } = counted.toSorted((a, b) => a.count! - b.count!).at(least ? 0 : -1) ?? {}
    if (bound === undefined || clock.count === undefined) continue
    if (least ? clock.count < bound : clock.count > bound)
      report.error(least ? 'pack.only-raise' : 'pack.only-lower', clock.place, {
        ...{ name: clock.id, owner: owner! },
        ...{ upper: String(bound), value: String(clock.count) },
      })
  }
}

/** Values that may only go up, or only down, from what stands above them on the same day. */
function checkDirections(line: readonly Pack[], report: Report): void {
  const pack = line.at(-1)!
  for (const parameter of line.slice(0, -1).flatMap(p => p.declared)) {
    if (parameter.change === 'any') continue
    const upper = line
      .slice(0, -1)
      .flatMap((p, depth) => (p.entries.get(parameter.name) ?? []).map(entry => ({ entry, pack: p.name, depth })))
    for (const entry of pack.entries.get(parameter.name) ?? [])
      checkDirection(parameter, entry, choose(upper, entry.from), report)
  }
}

function checkDirection(
  parameter: Parameter,
  entry: DatedValue,
  upper: { readonly entry: DatedValue; readonly pack: string } | null,
  report: Report,
): void {
  if (parameter.type !== 'number' || entry.value === null || !upper || upper.entry.value === null) return
  const [value, above] = [entry.value as Rational, upper.entry.value as Rational]
  const order = compare(value, above)
  if (order === 0 || order > 0 === (parameter.change === 'raise')) return
  const code = parameter.change === 'raise' ? 'pack.only-raise' : 'pack.only-lower'
  const values = { name: parameter.name, owner: upper.pack, upper: toText(above), value: toText(value) }
  if (!parameter.soft) report.error(code, entry.place, values)
  else if (!entry.reason) report.warning(code, entry.place, values)
}

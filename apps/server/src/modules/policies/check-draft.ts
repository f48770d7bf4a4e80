/**
 * Holds a draft against the law above it, by reading the pack with the draft in it as it would be read after the release:
 * bounds, relations, directions, formulas and citations are the reader's own findings; what only a draft can get wrong is
 * added. Pure.
 */
import { Problem } from '@doudi/kernel'
import {
  compile,
  type PolicyProblem,
  packsBelow,
  type RuleInWords,
  rulesInWords,
  rulesOn,
  standardsOn,
} from '@doudi/policy'
import { type Change, isOfRule, nameOf, type RuleChange, subjectOf, type ValueChange } from './change.ts'
import type { Finding } from './contract.ts'
import type { Draft } from './draft.sql.ts'
import type { Edition } from './edition.ts'
import { atTheDesk, found, type Spot } from './findings.ts'
import { daysOf, entryAt, publishedPath, publishedRulesPath } from './published-file.ts'

export interface DraftUnderCheck {
  readonly draft: Pick<Draft, 'pack' | 'changes'>
  /** Pack and parameter names as the folder alone says them, without anything released. */
  readonly folder: Edition
  readonly before: Edition
  readonly after: Edition
  readonly today: string
}

/** Errors first; a draft with an error is neither submitted nor released. */
export function checkDraft(check: DraftUnderCheck): Finding[] {
  if (check.draft.changes.length === 0) return [found('error', 'draft.empty', {})]
  const all = [
    ...check.draft.changes.flatMap((change, i) => wrongByItself(check, change, i)),
    ...newProblems(check),
    ...weighedDepartures(check),
    ...unjudged(check),
    ...unsetNeeded(check),
    ...outlived(check),
  ]
  return all.toSorted((a, b) => weight(a) - weight(b) || (a.change ?? 0) - (b.change ?? 0))
}

const weight = ({ severity }: Finding) => (severity === 'error' ? 0 : 1)

function wrongByItself({ draft, folder, before, today }: DraftUnderCheck, change: Change, i: number): Finding[] {
  const { from, document, clause, reason } = change
  const name = nameOf(change)
  const spot = spotAt(change, i)
  if (!isKnown(before, draft.pack, change)) {
    const code = isOfRule(change) ? 'draft.rule-unknown' : 'draft.parameter-unknown'
    return [found('error', code, { name }, spot)]
  }
  const result: Finding[] = []
  const twin = draft.changes.findIndex(other => subjectOf(other) === subjectOf(change) && other.from === from)
  if (twin !== i) result.push(found('error', 'draft.twice', { name, from }, spot))
  if (document === '' || clause.trim() === '') result.push(found('error', 'draft.no-clause', { name }, spot))
  if (from < today) {
    const code = reason === null ? 'draft.starts-in-past' : 'draft.backdated'
    result.push(found(reason === null ? 'error' : 'warning', code, { name, from }, spot))
  }
  const says = ({ packs }: Edition) => {
    const pack = packs.packs.get(draft.pack)
    return pack !== undefined && daysOf(pack, change).includes(from)
  }
  const isTaken = says(folder) || (says(before) && from <= today)
  if (isTaken) result.push(found('error', 'draft.date-taken', { name, from }, spot))
  else if (says(before)) result.push(found('warning', 'draft.replaces-future', { name, from }, spot))
  return result
}

const spotAt = (change: Change, i: number) => ({ change: i, parameter: isOfRule(change) ? null : change.parameter })

function isKnown({ packs }: Edition, pack: string, change: Change): boolean {
  if (!isOfRule(change))
    return standardsOn(packs, pack, change.from).parameters.some(one => one.parameter.name === change.parameter)
  const on = { pack, programme: change.programme, date: change.from }
  return rulesOn(packs, on).some(({ rule }) => rule.name === change.rule)
}

type Placed<T extends Change> = { readonly change: T; readonly i: number }

const valuesIn = (changes: readonly Change[]): Placed<ValueChange>[] =>
  changes.flatMap((change, i) => (isOfRule(change) ? [] : [{ change, i }]))

const rulesIn = (changes: readonly Change[]): Placed<RuleChange>[] =>
  changes.flatMap((change, i) => (isOfRule(change) ? [{ change, i }] : []))

/** What the reader says now and did not say before. Guidelines at the first day of a change are weighed below. */
function newProblems(check: DraftUnderCheck): Finding[] {
  const { draft, before, after } = check
  const known = new Set(before.problems.map(problem => signOf(problem, before)))
  const weighed = new Set(departures(check).map(({ judged }) => judged.check.name))
  return after.problems
    .filter(problem => !known.has(signOf(problem, after)))
    .filter(({ code, message }) => code !== 'pack.soft-rule' || !names(message, weighed))
    .map(problem => {
      const spot = spotOf(problem, check)
      if (problem.severity === 'error' || !guidelines.includes(problem.code)) return asFinding(problem, spot)
      const isReasoned = spot.change !== null && draft.changes[spot.change]?.reason !== null
      return isReasoned ? asFinding(problem, spot) : withoutReason(problem, spot)
    })
}

/** Warnings that a stated reason answers. */
const guidelines: readonly string[] = ['pack.soft-rule', 'pack.only-raise', 'pack.only-lower']

/** A line moves when something is written above it, so what stands in a published file goes by its entry. */
function signOf({ file, line, column, code, message }: PolicyProblem, { files }: Edition): string {
  const entry = file.endsWith('/published.yaml') ? entryAt(files[file] ?? '', line) : null
  const where = entry ? `${entry.name} ${entry.from}` : `${line}:${column}`
  return [file, where, code, message.en].join('|')
}

type FullSpot = Required<Spot> & { readonly change: number | null }

/** The change it is told at: the one written in that line, or the one that makes something wrong elsewhere. */
function spotOf(problem: PolicyProblem, { draft, after: { files, packs } }: DraftUnderCheck): FullSpot {
  const { file, line, column } = problem
  const pack = packs.packs.get(draft.pack)
  const entry = entryAt(files[file] ?? '', line, column)
  const isWritten = (change: Change) =>
    pack !== undefined &&
    file === (isOfRule(change) ? publishedRulesPath(pack, change.programme) : publishedPath(pack)) &&
    nameOf(change) === entry?.name &&
    (entry.from === null || entry.from === change.from)
  const written = draft.changes.findIndex(isWritten)
  const i = written < 0 ? draft.changes.findIndex(change => breaks(change, problem, packs, draft.pack)) : written
  const change = draft.changes[i]
  const place = { file, line, at: written < 0 ? null : (entry?.at ?? null) }
  return change ? { ...spotAt(change, i), ...place } : { change: null, parameter: null, ...place }
}

/** A relation that reads the value fails; a circle of formulas goes through the rule. */
function breaks(change: Change, { code, message }: PolicyProblem, packs: Edition['packs'], pack: string): boolean {
  if (isOfRule(change)) return code === 'check.cycle' && message['zh-CN'].includes(change.rule)
  return (
    code === 'pack.check-fails' &&
    standardsOn(packs, pack, change.from).checks.some(
      ({ verdict, reads, check }) =>
        verdict === 'fails' && reads.includes(change.parameter) && names(message, [check.name]),
    )
  )
}

function names(message: PolicyProblem['message'], checks: Iterable<string>): boolean {
  return [...checks].some(name => message['zh-CN'].includes(`“${name}”`))
}

function asFinding({ code, severity, message, suggestion }: PolicyProblem, spot: FullSpot): Finding {
  return { code, severity, message, suggestion: atTheDesk(code) ?? suggestion, ...spot }
}

function withoutReason({ message }: PolicyProblem, spot: FullSpot): Finding {
  const say = (said: string) => found('error', 'draft.reason-missing', { said }, spot)
  return { ...say(''), message: { 'zh-CN': say(message['zh-CN']).message['zh-CN'], en: say(message.en).message.en } }
}

/** Guidelines (原则上) that do not hold on the first day of a change and read what it changes. */
function departures({ draft, after }: DraftUnderCheck) {
  return valuesIn(draft.changes).flatMap(({ change, i }) =>
    standardsOn(after.packs, draft.pack, change.from)
      .checks.filter(
        ({ verdict, check, reads }) => verdict === 'fails' && check.soft && reads.includes(change.parameter),
      )
      .map(judged => ({ judged, change, i })),
  )
}

/** A reason given for an older value does not cover a new one; one that is given is for the releaser to weigh. */
function weighedDepartures(check: DraftUnderCheck): Finding[] {
  const all = departures(check)
  const reasoned = new Set(all.filter(({ change }) => change.reason !== null).map(({ judged }) => judged.check.name))
  return all.flatMap(({ judged: { check: guideline, message }, change: { parameter, reason }, i }) => {
    const { file, line } = guideline.shape.place
    const spot = { change: i, parameter, file, line }
    if (reason !== null)
      return [found('warning', 'draft.departs-with-reason', { name: parameter, check: guideline.name, reason }, spot)]
    if (reasoned.has(guideline.name)) return []
    const say = (said: string) => found('error', 'draft.reason-missing', { said }, spot)
    const en = say(`“${guideline.name}” does not hold: ${message.en}.`).message.en
    const zh = say(`“${guideline.name}”不成立：${message['zh-CN']}。`).message['zh-CN']
    return [{ ...say(''), message: { 'zh-CN': zh, en } }]
  })
}

/**
 * A standard rests on its year's statistic: where a place has chosen such a relation, by setting its shares, the relation
 * must be able to say yes or no. A relation whose shares are not set either is another place's.
 */
function unjudged({ draft, after }: DraftUnderCheck): Finding[] {
  const told = new Set<string>()
  return valuesIn(draft.changes).flatMap(({ change: { parameter, from, value }, i }) => {
    if (value === null) return []
    const { checks, parameters } = standardsOn(after.packs, draft.pack, from)
    const statistics = new Map(parameters.flatMap(one => (one.parameter.statistic ? [[one.parameter.name, one]] : [])))
    return checks
      .filter(({ reads }) => reads.includes(parameter))
      .flatMap(({ check: { name, shape }, verdict, missing, reads }) => {
        const { file, line } = shape.place
        const spot = { change: i, parameter, file, line }
        if (told.has(name)) return []
        if (verdict === 'open') {
          if (!missing.every(one => statistics.has(one))) return []
          told.add(name)
          return [found('error', 'draft.statistic-missing', { check: name, missing: missing.join('、'), from }, spot)]
        }
        const old = reads.flatMap(read => (read === parameter ? [] : (statistics.get(read) ?? [])))
        const stale = old.filter(({ reviewPast }) => reviewPast)
        if (stale.length === 0) return []
        told.add(name)
        const missed = stale.map(one => one.parameter.name).join('、')
        const by = stale[0]?.reviewBy ?? ''
        return [found('error', 'draft.statistic-old', { check: name, missing: missed, by }, spot)]
      })
  })
}

/** A value that a formula needs is not taken away; what was unset before is told once. */
function unsetNeeded(check: DraftUnderCheck): Finding[] {
  const { draft, before, after } = check
  const result: Finding[] = []
  for (const { change, i } of valuesIn(draft.changes)) {
    const { parameter, from, value } = change
    if (value !== null || isUnset(before, draft.pack, parameter, from)) continue
    for (const { name } of packsBelow(after.packs, draft.pack)) {
      const rules = isUnset(after, name, parameter, from) ? readersOf(after, name, parameter, from) : []
      if (rules.length === 0) continue
      const needed = { name: parameter, rules: rules.join('、') }
      result.push(found('error', 'draft.needed-by-formula', needed, { change: i, parameter }))
      break
    }
  }
  return [...result, ...stillUnset(check)]
}

function isUnset({ packs }: Edition, pack: string, parameter: string, date: string): boolean {
  const standard = standardsOn(packs, pack, date).parameters.find(one => one.parameter.name === parameter)
  return (standard?.chosen?.entry.value ?? null) === null
}

function readersOf(edition: Edition, pack: string, parameter: string, date: string): string[] {
  return rulesOf(edition, pack, date)
    .filter(({ reads }) => reads.includes(parameter))
    .map(({ name }) => name)
}

function rulesOf(edition: Edition, pack: string, date: string): RuleInWords[] {
  return programmeRules(edition, pack, date).flat()
}

/** The formulas of each programme that the pack offers on a day; one that has not begun has none. */
function programmeRules({ packs }: Edition, pack: string, date: string): RuleInWords[][] {
  if (packs.broken.has(pack)) return []
  const programmes = new Set(standardsOn(packs, pack, date).line.flatMap(above => [...above.programmes.keys()]))
  return [...programmes].map(programme => {
    try {
      return rulesInWords(compile(packs, { pack, programme, date }))
    } catch (error) {
      if (error instanceof Problem) return []
      throw error
    }
  })
}

/** Only of the programmes that read what changes: other gaps are another day's work. */
function stillUnset({ draft, after }: DraftUnderCheck): Finding[] {
  const from = draft.changes.map(change => change.from).toSorted()[0]!
  const changed = new Set(draft.changes.map(nameOf))
  const touched = programmeRules(after, draft.pack, from).filter(rules =>
    rules.some(({ name, reads }) => changed.has(name) || reads.some(read => changed.has(read))),
  )
  const read = new Set(touched.flat().flatMap(({ reads }) => reads))
  const missing = standardsOn(after.packs, draft.pack, from)
    .parameters.filter(({ parameter, chosen }) => read.has(parameter.name) && chosen?.entry.value === null)
    .map(({ parameter }) => parameter.name)
  if (missing.length === 0) return []
  const first = missing.slice(0, MOST_NAMED).join('、')
  return [found('warning', 'draft.still-unset', { from, count: missing.length, missing: first })]
}

const MOST_NAMED = 8

/** A version of above, or one of this pack that begins later, may take the place of what is written. */
function outlived({ draft, after }: DraftUnderCheck): Finding[] {
  return rulesIn(draft.changes).flatMap(({ change, i }) => {
    const { programme, rule: name, from } = change
    const on = (date: string) =>
      rulesOn(after.packs, { pack: draft.pack, programme, date }).find(({ rule }) => rule.name === name)
    const days = (on(from)?.entries ?? []).map(({ entry }) => entry.from).filter(day => day >= from)
    const isOurs = (day: string) => {
      const chosen = on(day)?.chosen
      return !chosen || (chosen.pack === draft.pack && chosen.version.from === from)
    }
    const until = [...new Set(days)].sort().find(day => !isOurs(day))
    const values = { name, from, until: until ?? '' }
    return until === undefined ? [] : [found('warning', 'draft.rule-outlived', values, spotAt(change, i))]
  })
}

/**
 * What a household is entitled to, month by month: each month with the rules, the values and the facts of its own day,
 * so that a change in mid-year gives back-pay or a stop exactly, and June stays what June was.
 */
import { Problem } from '@doudi/kernel'
import { decideOnly } from '../evaluate.ts'
import type { Decision, Situation } from '../evaluation.ts'
import { type CompiledProgramme, compile } from '../packs/compile.ts'
import type { PackSet } from '../packs/pack.ts'
import { refuse } from '../problem.ts'
import { carriedFacts, factsOf, type History, noHistory, withMonth } from './carried.ts'

/** Facts that hold from this day until those of the next entry. */
export interface SituationFrom {
  /** YYYY-MM-DD */
  readonly from: string
  readonly situation: Situation
}

/** Whether a change in the middle of a month counts in that month already, or from the next. */
export type TakesEffect = 'this-month' | 'next-month'

export interface MonthsQuery {
  readonly pack: string
  readonly programme: string
  /** First and last month, YYYY-MM. */
  readonly first: string
  readonly last: string
  readonly takesEffect: TakesEffect
  readonly overrides?: Readonly<Record<string, string>>
}

export interface EntitledMonth {
  readonly month: string
  /** The day whose rules and facts were applied. */
  readonly assessedFor: string
  readonly decision: Decision
  /** Why nothing could be decided; the decision then grants nothing. */
  readonly refused: string | null
}

/** `situations` in the order of their days; the first must hold on the day of the first month. */
export function entitlementByMonth(
  packs: PackSet,
  query: MonthsQuery,
  situations: readonly SituationFrom[],
): EntitledMonth[] {
  const months: EntitledMonth[] = []
  let history = noHistory
  for (const month of monthsFrom(query.first, query.last)) {
    const assessedFor = dayOf(month, query.takesEffect)
    const programme = compile(packs, { ...query, date: assessedFor })
    const situation = withCarried(situationOn(situations, assessedFor), programme, history)
    const entitled = { month, assessedFor, ...decide(programme, situation) }
    months.push(entitled)
    history = withMonth(history, entitled.decision)
  }
  return months
}

function monthsFrom(first: string, last: string): string[] {
  const [from, to] = [readMonth(first), readMonth(last)]
  const months: string[] = []
  for (let month = from; Temporal.PlainYearMonth.compare(month, to) <= 0; month = month.add({ months: 1 }))
    months.push(month.toString())
  return months
}

function readMonth(text: string): Temporal.PlainYearMonth {
  if (!/^\d{4}-\d{2}$/.test(text) || Number(text.slice(5)) < 1 || Number(text.slice(5)) > 12)
    throw refuse('policy.date-invalid', { date: text })
  return Temporal.PlainYearMonth.from(text)
}

/** What is true on the first day was so before it; what counts within the month must be true by its end. */
function dayOf(month: string, takesEffect: TakesEffect): string {
  const days = Temporal.PlainYearMonth.from(month)
  return days.toPlainDate({ day: takesEffect === 'next-month' ? 1 : days.daysInMonth }).toString()
}

function situationOn(situations: readonly SituationFrom[], day: string): Situation {
  const known = situations.filter(({ from }) => from <= day).at(-1)
  if (known) return known.situation
  const first = situations[0]?.from ?? ''
  throw refuse('policy.situation-invalid', { date: day, firstDate: first }, [
    { in: 'body', pointer: '/situations/0/from', code: 'situation.begins-later', details: { date: day } },
  ])
}

/** What the situation itself says of the months before stands. */
function withCarried(situation: Situation, programme: CompiledProgramme, history: History): Situation {
  const given = situation.household ?? {}
  const carried = carriedFacts(programme, history).filter(
    ({ field: { id, name } }) => !Object.hasOwn(given, id) && !Object.hasOwn(given, name),
  )
  if (carried.length === 0) return situation
  return { ...situation, household: { ...given, ...factsOf(carried) } }
}

const nothing: Decision = {
  ...{ eligible: false, route: 'none', category: 'none', coveredPeople: 0 },
  ...{ amountFenPerMonth: 0, amountFenOnce: 0 },
}

function decide(programme: CompiledProgramme, situation: Situation): Pick<EntitledMonth, 'decision' | 'refused'> {
  try {
    return { decision: decideOnly(programme, situation), refused: null }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'policy.situation-invalid') throw error
    return { decision: nothing, refused: error.code }
  }
}

/** The way through the application: which pages this family sees, in which order, and which comes next. */
import type { CalendarDate } from '@doudi/kernel'
import type { Answers } from './answers.ts'
import type { Question } from './question.ts'
import { bank } from './questions/bank.tsx'
import { consent } from './questions/consent.tsx'
import { hardship } from './questions/hardship.tsx'
import { helper } from './questions/helper.tsx'
import { identity } from './questions/identity.tsx'
import { income } from './questions/income.tsx'
import { papers } from './questions/papers.tsx'
import { people } from './questions/people.tsx'
import { person } from './questions/person.tsx'
import { property } from './questions/property.tsx'
import { where } from './questions/where.tsx'
import { who } from './questions/who.tsx'

export const questions: readonly Question[] = [
  who,
  helper,
  where,
  identity,
  person,
  hardship,
  people,
  income,
  property,
  bank,
  papers,
  consent,
]

export interface Stop {
  readonly question: Question
  readonly n: number
}

export const REVIEW = '/apply/check'

export function pathOf(answers: Answers, today: CalendarDate): readonly Stop[] {
  return questions.flatMap(question => question.copies(answers, today).map(n => ({ question, n })))
}

export const addressOf = ({ question, n }: Stop): string =>
  n === 0 ? `/apply/${question.slug}` : `/apply/${question.slug}/${n}`

/** Where to go on: the first page without an answer, or the check page. */
export function resumeAt(answers: Answers, today: CalendarDate): string {
  const open = pathOf(answers, today).find(({ question, n }) => !question.answered(answers, n, today))
  return open ? addressOf(open) : REVIEW
}

/** After a page: the next one in order, or, when it was only changed, whatever the change left open. */
export function afterwards(stop: Stop, answers: Answers, today: CalendarDate, changing: boolean): string {
  const resume = resumeAt(answers, today)
  if (changing) return resume === REVIEW ? REVIEW : `${resume}?change=1`
  const path = pathOf(answers, today)
  const at = path.findIndex(({ question, n }) => question.slug === stop.question.slug && n === stop.n)
  const next = path[at + 1]
  return next ? addressOf(next) : resume
}

export function before(stop: Stop, answers: Answers, today: CalendarDate): string {
  const path = pathOf(answers, today)
  const at = path.findIndex(({ question, n }) => question.slug === stop.question.slug && n === stop.n)
  const previous = path[at - 1]
  return previous ? addressOf(previous) : '/'
}

/** The shapes the console works with, by the names this house gives them; all come from the server's own description. */
import type { Answer, Item } from './api.ts'

export type Me = Answer<'/me'>
export type Division = Item<'/divisions'>

export type CaseSummary = Item<'/cases'>
export type CaseDetail = Answer<'/cases/:id'>
/** One stop on the household line. */
export type Step = CaseDetail['steps'][number]
export type StepStatus = Step['status']
export type NamedChoice = CaseDetail['choices']['pauseReasons'][number]

export type Household = Answer<'/households/:id'>
export type HouseholdMember = Household['members'][number]

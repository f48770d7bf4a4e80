/** What people read when the survey module says no, in English. */
import type { SurveyProblem } from './problems.ts'

export const messagesEn: Readonly<Record<SurveyProblem, string>> = {
  'survey.two-different': 'Two people visit together; please choose two different ones',
  'survey.not-a-surveyor': 'One of them may not visit in this village; please choose somebody else',
  'survey.approver-cannot-visit': 'Whoever decides does not visit; please choose somebody else',
  'survey.day-passed': 'That day has passed; please choose today or later',
  'survey.case-closed': 'This case is finished; nothing more is written about it',
  'survey.listed-twice': 'The same thing is written twice; please keep one of them',
  'survey.not-a-member': 'The form names somebody who is not part of this family; please look again',
  'survey.in-the-future': 'The day of the visit is still to come; please look at the clock of the phone',
  'survey.version-unknown': 'The phone is ahead of the system; please sync first and save again',
  'survey.photo-missing': 'A photo or signature has not arrived yet; please send the photos first',
  'survey.photo-altered': 'The photo is not the one that was taken; please take it again',
  'survey.no-conflict': 'This record has been dealt with',
  'survey.undecided': 'Some differences are not decided yet; please choose for each of them',
}

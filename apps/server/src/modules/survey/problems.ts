/** Refusals of the survey module. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'survey.two-different': { kind: 'invalid', about: 'A home visit is made by two different people.' },
  'survey.not-a-surveyor': {
    kind: 'invalid',
    about: 'One of the two may not make home visits in this village; `accountId` says who.',
  },
  'survey.approver-cannot-visit': {
    kind: 'invalid',
    about: 'Whoever decides in this town does not make its home visits; `accountId` says who.',
  },
  'survey.day-passed': { kind: 'invalid', about: 'A visit is planned for today or later.' },
  'survey.case-closed': { kind: 'conflict', about: 'The case is closed; nothing is written about it any more.' },
  'survey.listed-twice': { kind: 'invalid', about: 'The form says two things about one fact; `fields` names it.' },
  'survey.not-a-member': { kind: 'invalid', about: 'The form names somebody who does not belong to the case.' },
  'survey.in-the-future': { kind: 'invalid', about: 'The form says that the visit was made on a day still to come.' },
  'survey.version-unknown': { kind: 'conflict', about: 'The form started from a version that the server never had.' },
  'survey.photo-missing': {
    kind: 'conflict',
    about: 'A photo or signature of the form has not been uploaded for this household.',
  },
  'survey.photo-altered': {
    kind: 'conflict',
    about: 'The bytes received are not the bytes the device says it captured; `documentId` names the photo.',
  },
  'survey.no-conflict': { kind: 'conflict', about: 'This entry does not wait for a decision any more.' },
  'survey.undecided': {
    kind: 'invalid',
    about: 'A side must be chosen for every conflicting fact; `fields` lists the others.',
  },
} as const satisfies ProblemCatalogue

export type SurveyProblem = keyof typeof catalogue
export const problems = defineProblems(catalogue)

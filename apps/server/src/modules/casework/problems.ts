/** Refusals of the casework module. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'casework.version-changed': {
    kind: 'conflict',
    about: 'Somebody acted on the case meanwhile; `version` is the one to look at.',
  },
  'casework.wrong-role': { kind: 'forbidden', about: 'This act belongs to another role.' },
  'casework.wrong-status': {
    kind: 'conflict',
    about: 'The case is not in a state in which this can be done; `status` says where it is.',
  },
  'casework.closed': { kind: 'conflict', about: 'The case is closed: decided, rejected, withdrawn or terminated.' },
  'casework.already-open': {
    kind: 'conflict',
    about: 'The household or one of its people already has an open case or a running award of this programme.',
  },
  'casework.household-known': {
    kind: 'conflict',
    about: 'On the web only a phone that the household left before may apply for it again; the window can.',
  },
  'casework.correction-once': { kind: 'conflict', about: 'Missing papers are asked for once, all together.' },
  'casework.already-paused': { kind: 'conflict', about: 'The clock already stands still.' },
  'casework.not-paused': { kind: 'conflict', about: 'The clock is running.' },
  'casework.pause-reason-unknown': {
    kind: 'invalid',
    about: 'The procedure does not let the clock stand still for this reason; `allowed` lists those it does.',
  },
  'casework.not-pausable': {
    kind: 'conflict',
    about: 'The procedure knows no reason for which this clock may stand still.',
  },
  'casework.already-extended': { kind: 'conflict', about: 'The limit was extended once and cannot be again.' },
  'casework.not-extendable': { kind: 'conflict', about: 'The procedure knows no longer limit for this case.' },
  'casework.extension-ground-unknown': {
    kind: 'invalid',
    about: 'This is not one of the grounds for a longer limit; `allowed` lists them.',
  },
  'casework.verification-missing': { kind: 'conflict', about: 'Nobody has asked the departments yet.' },
  'casework.verification-running': { kind: 'conflict', about: 'The departments have not all answered.' },
  'casework.verification-incomplete': {
    kind: 'conflict',
    about: 'A mandatory query has no usable answer; silence is never “no assets”.',
  },
  'casework.visit-missing': { kind: 'conflict', about: 'There is no home visit with a conclusion.' },
  'casework.visit-surveyors': {
    kind: 'conflict',
    about: 'A visit counts when at least so many different people made it.',
  },
  'casework.proposal-missing': { kind: 'conflict', about: 'There is no proposal to decide on.' },
  'casework.assessment-missing': { kind: 'conflict', about: 'The case has not been computed on what is known now.' },
  'casework.assessment-unknown': { kind: 'invalid', about: 'This computation does not belong to the case.' },
  'casework.assessment-stale': {
    kind: 'conflict',
    about: 'Something was found out after this computation; compute again.',
  },
  'casework.assessment-incomplete': {
    kind: 'conflict',
    about: 'A fact without which nothing can be computed is missing; `fields` names it.',
  },
  'casework.not-eligible': { kind: 'conflict', about: 'The computation does not support an approval.' },
  'casework.amount-not-publicised': {
    kind: 'conflict',
    about: 'The amount to decide is not the one that was proposed and hung out.',
  },
  'casework.notice-missing': { kind: 'conflict', about: 'The proposal has not been publicised.' },
  'casework.notice-not-over': {
    kind: 'conflict',
    about: 'The notice still hangs; a decision is possible the day after `endsOn`.',
  },
  'casework.objection-open': { kind: 'conflict', about: 'An objection has not been answered.' },
  'casework.proposer-cannot-decide': { kind: 'forbidden', about: 'Whoever proposed may not decide.' },
  'casework.surveyor-cannot-decide': { kind: 'forbidden', about: 'Whoever made the home visit may not decide.' },
  'casework.separated-duties': {
    kind: 'forbidden',
    about: 'The procedure does not let one person do both stages of a case.',
  },
  'casework.not-delegated': { kind: 'forbidden', about: 'The county has not delegated this decision to the town.' },
  'casework.reason-code-unknown': {
    kind: 'invalid',
    about: 'This is not one of the grounds for a refusal; `allowed` lists them.',
  },
  'casework.not-open-here': { kind: 'conflict', about: 'This programme is not offered in that place.' },
  'casework.not-a-village': {
    kind: 'invalid',
    about: 'An application names the village or community where the family lives.',
  },
  'casework.draft-unknown': { kind: 'not-found', about: 'There is no such draft, or the key to it is wrong.' },
  'casework.draft-submitted': { kind: 'conflict', about: 'This draft was handed in; `caseNumber` is its number.' },
  'casework.draft-too-large': { kind: 'too-large', about: 'The draft holds more than a draft may.' },
  'casework.draft-changed': {
    kind: 'conflict',
    about: 'The draft was saved elsewhere meanwhile; `version` is the newer one.',
  },
  'casework.export-too-large': {
    kind: 'too-large',
    about: 'The list has more rows than one file takes; narrow it by status or place.',
  },
} as const satisfies ProblemCatalogue

export type CaseworkCode = keyof typeof catalogue
export const problems = defineProblems(catalogue)

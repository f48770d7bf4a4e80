/** Refusals of the verification module. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'verification.not-a-member': {
    kind: 'invalid',
    about: 'The authorisation names somebody who does not belong to the case.',
  },
  'verification.signed-name-differs': {
    kind: 'invalid',
    about: 'The name signed is not the person’s own; for a child, not the name of an adult of the household.',
  },
  'verification.guardian-signs': {
    kind: 'invalid',
    about: 'For a child the guardian signs, for an adult nobody else.',
  },
  'verification.consent-ended': { kind: 'conflict', about: 'The authorisation was already withdrawn or replaced.' },
  'verification.nobody-consented': {
    kind: 'conflict',
    about: 'No authorisation of this household is valid today, so no department may be asked.',
  },
  'verification.round-running': {
    kind: 'conflict',
    about: 'The departments of the round before have not all answered.',
  },
  'verification.nothing-to-retry': {
    kind: 'conflict',
    about: 'Only queries of the latest round whose department did not answer can be asked again.',
  },
  'verification.consent-not-valid': {
    kind: 'conflict',
    about: 'The person’s authorisation was withdrawn or has expired; nothing is asked.',
  },
  'verification.case-closed': { kind: 'conflict', about: 'The case is closed; nothing is asked for it any more.' },
  'verification.resolved': { kind: 'conflict', about: 'Somebody already settled this difference.' },
} as const satisfies ProblemCatalogue

export type VerificationProblem = keyof typeof catalogue
export const problems = defineProblems(catalogue)

/** What people read when the verification module says no, in English. */
import type { VerificationProblem } from './problems.ts'

export const messagesEn: Readonly<Record<VerificationProblem, string>> = {
  'verification.not-a-member': 'This person is not part of the application; please look again',
  'verification.signed-name-differs': 'The name signed is not the person’s own; please have it signed again',
  'verification.guardian-signs': 'For a child the guardian signs; adults sign for themselves',
  'verification.consent-ended': 'This authorisation was withdrawn or replaced by a newer one',
  'verification.nobody-consented':
    'Nobody has signed an authorisation yet, so nothing can be checked; please have it signed',
  'verification.round-running': 'Some departments have not answered the last check yet; please wait',
  'verification.nothing-to-retry':
    'There is nothing to ask again; only departments that did not answer can be asked again',
  'verification.consent-not-valid': 'The authorisation was withdrawn or has expired; please have it signed again',
  'verification.case-closed': 'This case is finished; nothing can be checked any more',
  'verification.resolved': 'Somebody has already settled this difference',
}

/** Refusals of the policies module. Those of the policy language itself (`policy.…`) pass through unchanged. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'policies.edition-unknown': { kind: 'not-found', about: 'No policy edition of this hash was ever used here.' },
  'policies.edition-altered': {
    kind: 'conflict',
    about: 'The stored files of the edition no longer give its hash; a decision cannot be worked out again from them.',
  },
  'policies.pack-unknown': { kind: 'not-found', about: 'There is no policy pack of this name in the edition in use.' },
  'policies.parameter-unknown': { kind: 'not-found', about: 'Neither the pack nor those above it have the parameter.' },
  'policies.rule-unknown': { kind: 'not-found', about: 'The programme of the pack has no rule of this name.' },
  'policies.draft-unknown': { kind: 'not-found', about: 'There is no such draft in the caller’s area.' },
  'policies.draft-state': {
    kind: 'conflict',
    about: 'The draft is in a state that does not allow this; `status` says which.',
  },
  'policies.draft-changed': { kind: 'conflict', about: 'The draft is not the one that was looked at.' },
  'policies.not-author': {
    kind: 'forbidden',
    about: 'Only its author changes, submits, withdraws or deletes a draft.',
  },
  'policies.same-person': { kind: 'forbidden', about: 'Who wrote a draft neither releases nor rejects it.' },
  'policies.draft-refused': {
    kind: 'conflict',
    about: 'The draft has errors; `POST /policies/drafts/:id/check` lists them, `first` is one of them.',
  },
  'policies.starts-in-past': {
    kind: 'forbidden',
    about: 'Part of the draft begins before today; releasing that takes the right to backdate.',
  },
  'policies.no-procedure': { kind: 'not-found', about: 'The pack has no procedure for the programme on that day.' },
})

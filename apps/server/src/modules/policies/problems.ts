/** Refusals of the policies module. Those of the policy language itself (`policy.…`) pass through unchanged. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'policies.edition-unknown': { kind: 'not-found', about: 'No policy edition of this hash was ever used here.' },
  'policies.edition-altered': {
    kind: 'conflict',
    about: 'The stored files of the edition no longer give its hash; a decision cannot be worked out again from them.',
  },
  'policies.no-procedure': { kind: 'not-found', about: 'The pack has no procedure for the programme on that day.' },
})

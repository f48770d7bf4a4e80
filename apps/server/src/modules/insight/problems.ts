/** Refusals of the insight module; what a draft may not say is refused by the policy language. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'insight.simulation-unknown': { kind: 'not-found', about: 'There is no such simulation that the caller may see.' },
})

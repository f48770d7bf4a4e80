/** Refusals of the insight module; what a draft may not say is refused by the policy language. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'insight.simulation-unknown': { kind: 'not-found', about: 'There is no such simulation that the caller may see.' },
  'insight.draft-released': { kind: 'conflict', about: 'The draft is law already, so there is nothing to compare.' },
  'insight.draft-faulty': {
    kind: 'invalid',
    about: 'With the draft the packs have an error, so nothing can be worked out.',
  },
  'insight.draft-elsewhere': { kind: 'invalid', about: 'The draft changes a pack that does not reach the asked area.' },
})

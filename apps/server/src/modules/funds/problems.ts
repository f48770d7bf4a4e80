/** Refusals of the funds module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'funds.budget-unknown': { kind: 'not-found', about: 'There is no such budget in the caller’s county.' },
  'funds.budget-exceeded': { kind: 'conflict', about: 'The budget has not enough left; nothing was reserved.' },
  'funds.nothing-allocated': { kind: 'invalid', about: 'An allocation must be above zero.' },
  'funds.no-shares': { kind: 'invalid', about: 'The shares of the levels are all zero.' },
  'funds.already-posted': {
    kind: 'conflict',
    about: 'This event already stands in the ledger; it is not posted twice.',
  },
})

/** What the funds module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'funds.budget-unknown': 'Your county has no such budget. Please choose one from the list.',
  'funds.budget-exceeded': 'This budget has not enough left. Nothing was reserved. Add to it, or choose another one.',
  'funds.nothing-allocated': 'The amount must be more than 0.',
  'funds.no-shares': 'The shares cannot all be 0. Fill in at least one level.',
  'funds.already-posted': 'This is already in the ledger and is not posted twice.',
}

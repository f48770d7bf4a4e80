/** Refusals of the payments module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'payments.nothing-to-pay': {
    kind: 'conflict',
    about: 'Nobody is left to be paid for that month; `held` says how many wait and why.',
  },
  'payments.month-ahead': { kind: 'invalid', about: 'The month lies more than one month ahead.' },
  'payments.wrong-budget': { kind: 'invalid', about: 'The budget is for another programme or year.' },
  'payments.prepared-meanwhile': {
    kind: 'conflict',
    about: 'Somebody else has prepared this month at the same moment.',
  },
  'payments.batch-unknown': { kind: 'not-found', about: 'There is no such batch in the caller’s county.' },
  'payments.batch-state': {
    kind: 'conflict',
    about: 'The batch is in a state that does not allow this; `status` says which.',
  },
  'payments.same-person': { kind: 'forbidden', about: 'Who made a batch cannot release it.' },
  'payments.total-changed': { kind: 'conflict', about: 'The batch’s total is not the one that was looked at.' },
  'payments.award-held': {
    kind: 'conflict',
    about: 'Awards of the batch were held or ended meanwhile; take those lines out first.',
  },
  'payments.file-not-made': { kind: 'conflict', about: 'The bank’s file is made when the batch is sent.' },
  'payments.line-unknown': { kind: 'not-found', about: 'There is no such line in the caller’s area.' },
  'payments.line-state': { kind: 'conflict', about: 'The line is in a state that does not allow this.' },
  'payments.last-line': { kind: 'conflict', about: 'It is the batch’s only line: cancel the batch instead.' },
  'payments.not-returned': { kind: 'conflict', about: 'Only a line that the bank returned is issued again.' },
  'payments.returned-twice': {
    kind: 'conflict',
    about: 'The bank returned this money twice; it is now settled by hand.',
  },
  'payments.already-reissued': { kind: 'conflict', about: 'The line was issued again already.' },
  'payments.no-account': { kind: 'conflict', about: 'The household has no bank account on record.' },
  'payments.account-not-corrected': { kind: 'conflict', about: 'The account is still the one the bank refused.' },
  'payments.account-not-current': { kind: 'conflict', about: 'The account is not the household’s current one.' },
  'payments.file-empty': { kind: 'invalid', about: 'The uploaded file is empty.' },
})
export type PaymentsCode = Parameters<typeof problems.of>[0]

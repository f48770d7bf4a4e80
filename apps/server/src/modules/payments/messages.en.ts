/** What the payments module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'payments.nothing-to-pay': 'Nobody is left to pay for this month: all are in a batch or on hold ({held}).',
  'payments.month-ahead': 'A batch can be made at most one month ahead.',
  'payments.wrong-budget': 'This budget is for another programme or year. Choose another one.',
  'payments.prepared-meanwhile': 'Somebody prepared this month at the same moment. Refresh and look again.',
  'payments.batch-unknown': 'There is no such batch.',
  'payments.batch-state': 'The batch is in a state that does not allow this. Refresh to see it as it is now.',
  'payments.same-person': 'Whoever made a batch cannot release it. Ask a colleague.',
  'payments.total-changed': 'The total is not the one you saw. Refresh and check again before you release.',
  'payments.award-held': '{count} awards were held or ended meanwhile. Take these lines out first.',
  'payments.file-not-made': 'The bank’s file exists once the batch has been sent.',
  'payments.line-unknown': 'There is no such payment.',
  'payments.line-state': 'The payment is in a state that does not allow this.',
  'payments.last-line': 'This is the only payment left. Cancel the batch instead.',
  'payments.not-returned': 'Only a payment that the bank returned can be issued again.',
  'payments.returned-twice':
    'The bank returned this money twice. Please settle it by hand with the family and the bank.',
  'payments.already-reissued': 'This payment was issued again already and is not issued twice.',
  'payments.no-account': 'The household has no bank account on record. Please add one first.',
  'payments.account-not-corrected':
    'The account is still the one the bank refused. Correct it; if the bank has put it right, choose that account to confirm.',
  'payments.account-not-current': 'That is not the household’s current account. Refresh and choose again.',
  'payments.file-empty': 'The file is empty. Choose the bank’s return file again.',
}

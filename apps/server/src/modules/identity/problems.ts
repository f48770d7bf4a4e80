/** Refusals of the identity module. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'identity.sign-in-failed': {
    kind: 'unauthenticated',
    about: 'The sign-in name or the password is not right. The same for a name that does not exist.',
  },
  'identity.second-factor-wrong': {
    kind: 'unauthenticated',
    about: 'The six digits of the second factor are not right, or were used before.',
  },
  'identity.ticket-over': {
    kind: 'unauthenticated',
    about: 'The first step of the sign-in was too long ago or is no longer valid; start again.',
  },
  'identity.slow-down': { kind: 'too-many', about: 'Too many wrong tries; wait before the next one.' },
  'identity.activation-wrong': {
    kind: 'unauthenticated',
    about: 'The invitation to set a password is not right, was used, or is over.',
  },
  'identity.password-weak': {
    kind: 'invalid',
    about: 'The new password breaks the password rules; `rules` lists which.',
  },
  'identity.password-used-before': { kind: 'invalid', about: 'The new password is one of the last five.' },
  'identity.password-over': {
    kind: 'forbidden',
    about: 'The password is older than ninety days; set a new one before anything else.',
  },
  'identity.code-wrong': { kind: 'invalid', about: 'The code sent to the phone is not right.' },
  'identity.code-over': {
    kind: 'invalid',
    about: 'The code sent to the phone is over, used, tried too often, or was meant for something else.',
  },
  'identity.too-many-codes': { kind: 'too-many', about: 'Several codes went to this phone just now.' },
  'identity.phone-unknown': {
    kind: 'unauthenticated',
    about: 'The code was right, but no application or household is known under this phone.',
  },
  'identity.account-unknown': { kind: 'not-found', about: 'There is no such account in the caller’s area.' },
  'identity.login-taken': { kind: 'conflict', about: 'Another account uses this sign-in name.' },
  'identity.person-has-account': { kind: 'conflict', about: 'This person already has an account.' },
  'identity.phone-has-account': { kind: 'conflict', about: 'Another account uses this phone.' },
  'identity.account-disabled': { kind: 'conflict', about: 'The account is disabled.' },
  'identity.not-yourself': { kind: 'forbidden', about: 'Nobody manages their own account or roles.' },
  'identity.role-unknown': { kind: 'invalid', about: 'There is no role with this name, or it cannot be granted.' },
  'identity.role-level': { kind: 'invalid', about: 'The role is held at another level of division.' },
  'identity.roles-incompatible': {
    kind: 'conflict',
    about: 'The person holds, or is about to hold, a role over the same area that excludes this one.',
  },
  'identity.grant-unknown': { kind: 'not-found', about: 'There is no such grant in the caller’s area.' },
  'identity.grant-released': { kind: 'conflict', about: 'The grant was released or ended before.' },
  'identity.grant-same-person': {
    kind: 'conflict',
    about: 'A grant is released by another security administrator than the one who proposed it.',
  },
  'identity.period-backwards': { kind: 'invalid', about: 'The period ends before it begins.' },
  'identity.clock-backwards': { kind: 'conflict', about: 'The demo clock only moves forward.' },
} as const satisfies ProblemCatalogue

export type IdentityProblem = keyof typeof catalogue
export const problems = defineProblems(catalogue)

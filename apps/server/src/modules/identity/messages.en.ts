/** What people read when the identity module says no, and the texts it sends to phones, in English. */
import type { PasswordRule } from './password-policy.ts'
import type { IdentityProblem } from './problems.ts'
import type { SentText } from './send-text.ts'

export const messagesEn: Readonly<Record<IdentityProblem, string>> = {
  'identity.sign-in-failed': 'The sign-in name or password is not right; please look again',
  'identity.second-factor-wrong': 'The code is not right or was just used; please wait for the next one',
  'identity.ticket-over': 'That took a little long; please give name and password again',
  'identity.slow-down': 'Too many tries; please try again in {retryAfterSeconds} seconds',
  'identity.activation-wrong': 'The invitation is not right or is over; the security administrator can send another',
  'identity.password-weak': 'This password is not safe enough yet; please follow the advice below',
  'identity.password-used-before': 'You used this password recently; please choose another',
  'identity.password-over': 'Your password is ninety days old; please set a new one first',
  'identity.code-wrong': 'The code is not right; please look at the text message again',
  'identity.code-over': 'This code can no longer be used; please ask for a new one',
  'identity.too-many-codes': 'Several messages went out just now; please try again in {retryAfterSeconds} seconds',
  'identity.phone-unknown': 'Nothing is known under this phone yet; you can apply right away, or call us',
  'identity.account-unknown': 'We did not find this account',
  'identity.login-taken': 'Somebody else uses this sign-in name; please choose another',
  'identity.person-has-account': 'This person already has an account; each has only one',
  'identity.phone-has-account': 'This phone belongs to another account',
  'identity.account-disabled': 'This account is disabled',
  'identity.not-yourself': 'Your own account and roles are handled by another security administrator',
  'identity.role-unknown': 'There is no such role',
  'identity.role-level': 'This role is not held at this level; please choose a division of level {level}',
  'identity.roles-incompatible': 'Over the same area, {role} and {other} cannot be the same person',
  'identity.grant-unknown': 'We did not find this grant',
  'identity.grant-released': 'This grant has already been settled',
  'identity.grant-same-person': 'Who proposed it cannot release it; another security administrator does',
  'identity.period-backwards': 'The period ends before it begins; please look again',
  'identity.clock-backwards': 'The demo date only moves forward',
}

/** Each rule a new password must keep, as advice. */
export const passwordRulesEn: Readonly<Record<PasswordRule, string>> = {
  'too-short': 'At least 12 characters',
  'too-long': 'At most 128 characters',
  'too-plain': 'Three of: capital letters, small letters, digits, signs',
  'contains-name': 'Without your sign-in name or your name',
  'too-common': 'This password is common and easily guessed',
  'too-repetitive': 'Without repeating the same few characters',
}

export const textsEn: Readonly<Record<SentText, string>> = {
  'code.sign-in': '[Doudi] Sign-in code {code}, valid for 5 minutes. Our staff never ask for it.',
  'code.submit': '[Doudi] Code to hand in your application: {code}, valid for 5 minutes. Our staff never ask for it.',
  'code.sign-consent': '[Doudi] Code to sign the authorisation: {code}, valid for 5 minutes. Keep it to yourself.',
  'notice.password-set': '[Doudi] A new password was set for your account. Not you? Call the security administrator.',
  'notice.second-factor-reset': '[Doudi] Your second factor was reset. Not you? Call the security administrator.',
  'notice.many-tries': '[Doudi] Somebody tried wrong passwords on your account. Not you? Call the administrator.',
  'notice.new-place': '[Doudi] Your account signed in from a new place. Not you? Call the security administrator.',
}

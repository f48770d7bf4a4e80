/** Words of the sign-in. */
import type zh from './messages.zh-CN.ts'

export default {
  title: 'Sign in',
  lead: 'Staff see only their own area and their own duties',
  login: 'Account',
  password: 'Password',
  code: 'One-time code',
  'code.hint': 'The six digits in your authenticator',
  next: 'Next',
  enter: 'Sign in',
  other: 'Another account',
  'demo.title': 'Demo accounts',
  'demo.lead': 'One press fills in account, password and code',
} as const satisfies { [K in keyof typeof zh]: string }

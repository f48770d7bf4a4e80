/** The door of the identity module: accounts, roles, codes, sessions, texts, and the `Authenticate` that mount() asks. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export type { Holder } from './accounts.sql.ts'
export { addStaff, type SeededStaff } from './add-staff.ts'
export { createAuthenticate } from './authenticate.ts'
export { accountsWithRole, displayNameOf, displayNamesOf } from './find-accounts.ts'
export { type HouseholdLabel, provideHouseholds } from './household-directory.ts'
export { type ProvenPhone, sendCode, verifyCode } from './one-time-code.ts'
export { actsFor, type Resident, registerResident } from './register-resident.ts'
export { rolesTable } from './roles.ts'
export { sendText } from './send-text.ts'
export { type SessionStart, startSession } from './start-session.ts'
export { textHousehold } from './text-account.ts'

export const identity: Module = {
  name: 'identity',
  routes,
  problems: problems.catalogue,
  constraints: {
    account_login_once: 'identity.login-taken',
    account_person_once: 'identity.person-has-account',
    account_phone_once: 'identity.phone-has-account',
    grant_two_persons: 'identity.grant-same-person',
  },
}

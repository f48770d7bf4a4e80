/** The door of the identity module: accounts, roles, sessions, and the `Authenticate` that mount() asks. */
import type { Authenticate } from '#platform/http/mount.ts'
import type { WorkDependencies } from '#platform/database/work.ts'
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { rolesTable } from './roles.ts'

export const identity: Module = { name: 'identity', routes, problems: problems.catalogue }

export function createAuthenticate(_deps: WorkDependencies, _demo: boolean): Authenticate {
  return async () => {
    throw new Error('identity is being built')
  }
}

/**
 * Who is calling, and may they? Asked of the database at each request, so that a session ended, an account disabled or
 * a role taken back counts from the next request on. The caller's scope holds only the areas of the roles that carry
 * the permission in use: who approves in one town and reads in another approves only in the first.
 */
import type { Id } from '@doudi/kernel'
import {
  type Caller,
  inWork,
  noScope,
  publicScope,
  systemCaller,
  type WorkDependencies,
} from '#platform/database/work.ts'
import type { Authenticate } from '#platform/http/mount.ts'
import { newId } from '#platform/ids.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { carrying, type HeldRole, reachOf, scopeOf } from './grant.ts'
import { secondsBetween } from './moments.ts'
import { passwordPolicy } from './password-policy.ts'
import { problems } from './problems.ts'
import { rolesTable } from './roles.ts'
import { isAlive, isSteppedUp, isWorthNoting } from './session.ts'
import { noteUse, type SessionRow, sessionWithRoles } from './sessions.sql.ts'

export function createAuthenticate(deps: WorkDependencies, demo: boolean): Authenticate {
  return async (token, need) => {
    if (need.permission === 'public') return publicCaller(need.method === 'get')
    if (need.permission === 'demo') {
      if (!demo) throw platformProblems.of('http.not-found')
      return publicCaller(false)
    }
    if (token === null) throw platformProblems.of('access.sign-in')
    return inWork(deps, systemCaller, newId(), async work => {
      const session = await sessionWithRoles(work.db, deps.crypto.digest(token), work.today)
      if (!session || !isOpen(session, work.wall, demo)) throw platformProblems.of('access.sign-in')
      const caller = callerFor(session, need.permission)
      if (!caller) throw platformProblems.of('access.forbidden')
      if (isPasswordOver(session, work.wall) && need.permission !== 'signed-in')
        throw problems.of('identity.password-over')
      if (need.stepUp && !isSteppedUp(session, work.wall)) throw platformProblems.of('access.step-up')
      if (isWorthNoting(session.seenAt, work.wall)) await noteUse(work.db, session.tokenHash, work.wall)
      return caller
    })
  }
}

/** Reading for everybody runs as the database role that sees only what is public; writing in nobody's area. */
function publicCaller(reading: boolean): Caller {
  const scope = reading ? publicScope : noScope
  return { kind: 'public', accountId: null, name: 'public', role: 'public', division: null, scope }
}

function isOpen(session: SessionRow, wall: SessionRow['seenAt'], demo: boolean): boolean {
  return isAlive(session, session.kind, wall) && session.status === 'active' && (demo || !session.shownInDemo)
}

function isPasswordOver({ kind, hasPassword, passwordChangedAt }: SessionRow, wall: SessionRow['seenAt']): boolean {
  const { lasts } = passwordPolicy
  if (kind !== 'staff' || !hasPassword || lasts === null) return false
  return passwordChangedAt === null || secondsBetween(passwordChangedAt, wall) > lasts
}

/** Undefined when none of the account's roles carries the permission. */
function callerFor(session: SessionRow, permission: string): Caller | undefined {
  const { kind, name, division, held, households } = session
  const who = { kind, accountId: session.accountId as Id<'account'>, name }
  if (kind === 'resident') {
    if (permission !== 'signed-in' && !rolesTable.resident?.permissions.includes(permission)) return undefined
    return { ...who, role: 'resident', division: null, scope: { ...noScope, households } }
  }
  const roles = permission === 'signed-in' ? held : carrying(held, permission)
  const widest = widestOf(roles)
  if (!widest && permission !== 'signed-in') return undefined
  return {
    ...who,
    role: widest?.role ?? 'staff',
    division: widest?.division ?? division,
    scope: { ...noScope, ...scopeOf(roles) },
  }
}

function widestOf(roles: readonly HeldRole[]): HeldRole | undefined {
  return roles.toSorted((a, b) => reachOf(a.division).length - reachOf(b.division).length)[0]
}

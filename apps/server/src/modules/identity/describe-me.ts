/** Who is signed in, what they may do, and where: what every page asks first. */

import type { Id } from '@doudi/kernel'
import { divisionNames } from '#modules/places/index.ts'
import { actAs, noScope, type Work } from '#platform/database/work.ts'
import { ports } from '#platform/ports.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { seeAllAccounts } from './accounts.sql.ts'
import { roleNamed } from './grant.ts'
import { labelsOf } from './household-directory.ts'
import { type SessionRow, sessionWithRoles } from './sessions.sql.ts'

export async function describeMe(work: Work, token: string) {
  await seeAllAccounts(work)
  const session = await sessionWithRoles(work.db, work.crypto.digest(token), work.today)
  if (!session) throw platformProblems.of('access.sign-in')
  const held = session.kind === 'resident' ? [] : session.held
  const names = await divisionNames(
    work,
    held.map(({ division }) => division),
  )
  const ids = session.kind === 'resident' ? ['resident'] : held.map(({ role }) => role)
  return {
    accountId: session.accountId,
    kind: session.kind,
    name: session.name,
    roles: held.map(({ role, division }) => ({
      role,
      roleName: roleNamed(role)?.name ?? role,
      division,
      divisionName: names.get(division) ?? division,
    })),
    permissions: [...new Set(ids.flatMap(id => roleNamed(id)?.permissions ?? []))].sort(),
    lastSignInAt: session.previousSignInAt,
    lastSignInFrom: session.previousSignInFrom,
    today: work.today,
    demo: ports().demo.on,
    households: await householdsOf(work, session),
  }
}

/** The households’ lines are read as their resident, who may only just have signed in. */
async function householdsOf(work: Work, { kind, accountId, households }: SessionRow) {
  if (kind !== 'resident' || households.length === 0) return []
  const scope = { ...noScope, households }
  const resident = await actAs(work, { ...work.caller, kind, accountId: accountId as Id<'account'>, scope })
  return [...(await labelsOf(resident, households))]
}

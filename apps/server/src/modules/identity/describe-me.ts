/** Who is signed in, what they may do, and where: what every page asks first. */
import { divisionNames } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { ports } from '#platform/ports.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { seeAllAccounts } from './accounts.sql.ts'
import { roleNamed } from './grant.ts'
import { sessionWithRoles } from './sessions.sql.ts'

/** How a household is called; the registry says it, identity only knows the ids. */
export interface HouseholdLabel {
  readonly id: string
  readonly number: string
  readonly headName: string
}

type FindLabels = (work: Work, ids: readonly string[]) => Promise<readonly HouseholdLabel[]>

let findLabels: FindLabels = async (_work, ids) => ids.map(id => ({ id, number: '', headName: '' }))

/** The registry stands to the right of identity and therefore brings this along when the house is put together. */
export function nameHouseholdsBy(find: FindLabels): void {
  findLabels = find
}

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
    households: [...(await findLabels(work, session.households))],
  }
}

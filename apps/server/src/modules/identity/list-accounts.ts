/** Accounts and grants as the security administrator sees them. */
import { maskPhone, type PhoneNumber } from '@doudi/kernel'
import { divisionNames } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { accountInArea } from './account.ts'
import { type AccountRow, listStaff } from './accounts.sql.ts'
import { displayNamesOf } from './find-accounts.ts'
import { reachOf, roleNamed } from './grant.ts'
import { type GrantRow, grantsOf } from './grants.sql.ts'
import { accountPhoneBind } from './text-account.ts'

export interface AccountSearch {
  readonly q?: string | undefined
  readonly division?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function listAccounts(work: Work, { q, division, after, limit }: AccountSearch) {
  const prefix = division === undefined ? undefined : reachOf(division)
  const rows = await listStaff(work.db, { q, prefix, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const names = await divisionNames(
    work,
    shown.map(account => account.division),
  )
  const next = rows.length > limit ? (shown.at(-1)?.login ?? null) : null
  return { items: shown.map(account => describe(work, account, names)), next }
}

function describe(work: Work, account: AccountRow, names: ReadonlyMap<string, string>) {
  const { id, name, division, status, phoneSealed, lastSignInAt } = account
  const phone = phoneSealed && (work.crypto.open(phoneSealed, accountPhoneBind(id)) as PhoneNumber)
  return {
    ...{ id, name, division, status, lastSignInAt },
    login: account.login ?? '',
    divisionName: names.get(division) ?? division,
    phoneMasked: phone && maskPhone(phone),
    ready: account.passwordVerifier !== null && account.totpSealed !== null,
  }
}

export async function listGrants(work: Work, accountId: string) {
  await accountInArea(work, accountId)
  return describeGrants(work, await grantsOf(work.db, accountId))
}

export async function describeGrants(work: Work, grants: readonly GrantRow[]) {
  const people = grants.flatMap(({ proposedBy, releasedBy }) => [proposedBy, releasedBy].filter(id => id !== null))
  const names = await displayNamesOf(work, people)
  const places = await divisionNames(
    work,
    grants.map(({ division }) => division),
  )
  return grants.map(grant => ({
    ...grant,
    roleName: roleNamed(grant.role)?.name ?? grant.role,
    divisionName: places.get(grant.division) ?? grant.division,
    status: statusOf(grant, work.today),
    proposedByName: grant.proposedBy && (names.get(grant.proposedBy) ?? null),
    releasedByName: grant.releasedBy && (names.get(grant.releasedBy) ?? null),
  }))
}

function statusOf({ validFrom, validTo, releasedAt }: GrantRow, today: string) {
  if (validTo !== null && (validTo < today || validTo < validFrom)) return 'ended' as const
  if (releasedAt === null) return 'proposed' as const
  return validFrom > today ? ('planned' as const) : ('in-force' as const)
}

/**
 * A role for somebody, in four hands: one security administrator proposes, another releases, neither for themselves.
 * Roles that exclude each other over the same area are refused at both steps.
 */
import { addDays, type CalendarDate, isBefore } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import { divisionOf, refuseUnadministered } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { accountInArea } from './account.ts'
import { clashOf, type HeldRole, isHeldAtItsLevel, roleNamed } from './grant.ts'
import { type GrantRow, grantForUpdate, grantsOf, insertGrant, markReleased, setLastDay } from './grants.sql.ts'
import { problems } from './problems.ts'
import { markAllEnded, queueUp } from './sessions.sql.ts'

export interface WantedGrant extends HeldRole {
  readonly accountId: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

export async function proposeGrant(work: Work, wanted: WantedGrant): Promise<GrantRow> {
  const account = await accountInArea(work, wanted.accountId)
  refuseOwn(work, account.id)
  if (account.status === 'disabled') throw problems.of('identity.account-disabled')
  refuseUnadministered(work, wanted.division)
  await divisionOf(work, wanted.division)
  await refuseUnfit(work, wanted)
  const proposal = {
    ...wanted,
    id: work.newId(),
    proposedBy: work.caller.accountId,
    releasedBy: null,
    releasedAt: null,
  }
  await insertGrant(work.db, proposal)
  note(work, 'grant.proposed', proposal)
  return proposal
}

/** By another security administrator. The holder signs in anew, so that no open page acts with yesterday's rights. */
export async function releaseGrant(work: Work, id: string): Promise<GrantRow> {
  const grant = await grantInArea(work, id)
  refuseOwn(work, grant.accountId)
  if (grant.releasedAt !== null || isOver(grant)) throw problems.of('identity.grant-released')
  if (grant.proposedBy === work.caller.accountId) throw problems.of('identity.grant-same-person')
  await refuseUnfit(work, grant)
  const by = work.caller.accountId as string
  await markReleased(work.db, id, by, work.wall)
  await markAllEnded(work.db, grant.accountId, work.wall, 'role-changed')
  note(work, 'grant.released', grant)
  return { ...grant, releasedBy: by, releasedAt: work.wall }
}

/** Takes a role back at once, or a proposal off the table. */
export async function endGrant(work: Work, id: string): Promise<GrantRow> {
  const grant = await grantInArea(work, id)
  refuseOwn(work, grant.accountId)
  const yesterday = addDays(work.today, -1)
  if (grant.validTo !== null && !isBefore(yesterday, grant.validTo)) throw problems.of('identity.grant-released')
  await setLastDay(work.db, id, yesterday)
  await markAllEnded(work.db, grant.accountId, work.wall, 'role-changed')
  note(work, 'grant.ended', grant)
  return { ...grant, validTo: yesterday }
}

/** The role exists and sits at this level, the period runs forward, and nothing else the person holds excludes it. */
export async function refuseUnfit(work: Work, wanted: WantedGrant & { readonly id?: string }): Promise<void> {
  const role = roleNamed(wanted.role)
  if (!role || role.level === 'self') throw problems.of('identity.role-unknown', { role: wanted.role })
  if (!isHeldAtItsLevel(wanted)) throw problems.of('identity.role-level', { role: role.name, level: role.level })
  if (wanted.validTo !== null && isBefore(wanted.validTo, wanted.validFrom))
    throw problems.of('identity.period-backwards')
  await queueUp(work.db, `identity.grants/${wanted.accountId}`)
  const others = (await grantsOf(work.db, wanted.accountId)).filter(
    other => other.id !== wanted.id && meet(other, wanted),
  )
  const clash = clashOf(wanted, others)
  if (clash)
    throw problems.of('identity.roles-incompatible', {
      role: role.name,
      other: roleNamed(clash.role)?.name ?? clash.role,
    })
}

type Period = Pick<GrantRow, 'validFrom' | 'validTo'>

function meet(one: Period, other: Period): boolean {
  const startsBeforeEnd = (a: Period, b: Period) => b.validTo === null || a.validFrom <= b.validTo
  return !isOver(one) && startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

/** Ended before its first day: a proposal taken back, or a grant ended on the day it began. */
function isOver({ validFrom, validTo }: Period): boolean {
  return validTo !== null && validTo < validFrom
}

async function grantInArea(work: Work, id: string): Promise<GrantRow> {
  const grant = await grantForUpdate(work.db, id)
  if (!grant) throw problems.of('identity.grant-unknown')
  return grant
}

function refuseOwn(work: Work, accountId: string): void {
  if (work.caller.accountId === accountId) throw problems.of('identity.not-yourself')
}

function note(work: Work, act: 'grant.proposed' | 'grant.released' | 'grant.ended', grant: GrantRow): void {
  const { id, accountId, role, division, validFrom, validTo } = grant
  record(work, { act, division, body: { grant: id, account: accountId, role, validFrom, validTo } })
}

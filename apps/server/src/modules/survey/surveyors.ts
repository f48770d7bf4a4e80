/** Who may make home visits in a place: everybody who records visits there, except whoever decides there. */
import { accountsWithRole, rolesTable } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'

export interface Surveyor {
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly roleName: string
  readonly division: string
}

const rolesThatMay = (permission: string) =>
  Object.entries(rolesTable).filter(([, role]) => role.permissions.includes(permission))

export async function surveyorsAt(work: Work, division: string): Promise<Surveyor[]> {
  const approvers = await approversAt(work, division)
  const surveyors = new Map<string, Surveyor>()
  for (const [role, { name: roleName }] of rolesThatMay('survey.record')) {
    for (const holder of await accountsWithRole(work, role, division)) {
      if (!approvers.has(holder.accountId)) surveyors.set(holder.accountId, { ...holder, role, roleName })
    }
  }
  return [...surveyors.values()]
}

async function approversAt(work: Work, division: string): Promise<ReadonlySet<string>> {
  const approvers = new Set<string>()
  for (const [role] of rolesThatMay('casework.decide')) {
    for (const { accountId } of await accountsWithRole(work, role, division)) approvers.add(accountId)
  }
  return approvers
}

/** Two different people who may visit in this village. */
export async function refuseWrongSurveyors(work: Work, division: string, chosen: readonly string[]): Promise<void> {
  if (new Set(chosen).size < 2) throw problems.of('survey.two-different')
  const approvers = await approversAt(work, division)
  const known = new Set((await surveyorsAt(work, division)).map(({ accountId }) => accountId))
  for (const accountId of chosen) {
    if (approvers.has(accountId)) throw problems.of('survey.approver-cannot-visit', { accountId })
    if (!known.has(accountId)) throw problems.of('survey.not-a-surveyor', { accountId })
  }
}

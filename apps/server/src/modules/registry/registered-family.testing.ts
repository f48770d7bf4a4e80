/** A family in the register, for tests that begin there. */
import { type County, identityNumberFor, type TestHouse } from '@doudi/testkit'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { addBankAccount } from './bank-account.ts'
import { createHousehold, type NewMember } from './register-household.ts'

export interface FamilyInRegister {
  readonly county: County
  readonly town?: number
  readonly village?: number
  readonly address?: string
  readonly members?: readonly Partial<NewMember>[]
  readonly account?: string
}

let born = 0

/** A birthday of its own, so that no two numbers are the same. */
function nextBirthday(): string {
  born++
  const day = new Date(Date.UTC(1961, 0, 1 + born)).toISOString()
  return day.slice(0, 10)
}

export function someone(member: Partial<NewMember> = {}): NewMember {
  return { name: '陈海', relation: 'self', identityNumber: identityNumberFor(nextBirthday(), 'male'), ...member }
}

export function villageOf(county: County, town = 0, village = 0): string {
  const code = county.towns[town]?.villages[village]?.code
  if (!code) throw new Error('the county has no such village')
  return code
}

export async function registered(house: TestHouse, family: FamilyInRegister) {
  const { county, town, village, address = '示例路 12 号 3 单元 401 室', members = [{}], account } = family
  const people = members.map((member, i) => someone({ ...(i > 0 ? { relation: 'child' } : {}), ...member }))
  return inOffice(house, async work => {
    const household = await createHousehold(work, {
      division: villageOf(county, town, village),
      address,
      members: people,
    })
    if (account) {
      await addBankAccount(work, {
        householdId: household.householdId,
        holderName: people[0]?.name ?? '',
        bank: '示例农商行',
        number: account,
      })
    }
    return { ...household, people }
  })
}

export function inOffice<T>(house: TestHouse, use: (work: Work) => Promise<T>): Promise<T> {
  return house.inWork(systemCaller, use)
}

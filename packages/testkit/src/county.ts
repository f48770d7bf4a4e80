/** A county of a test's own: two towns of two villages, and staff of every role who are hired when first asked for. */

import { Client } from '@doudi/server/in-process-client.ts'
import { addStaff, startSession } from '@doudi/server/modules/identity/index.ts'
import { addDelegation, addDivision } from '@doudi/server/modules/places/index.ts'
import { systemCaller } from '@doudi/server/platform/database/work.ts'
import { type ChainedCase, type ChainOptions, type Milestone, takeCase } from './county.chain.ts'
import { type Family, family } from './families.ts'
import type { TestHouse } from './house.ts'

export interface StaffPlace {
  readonly town?: number
  readonly village?: number
  /** Which of several people with the same role. */
  readonly nth?: number
}

export interface Village {
  readonly code: string
  readonly name: string
}

export interface County {
  /** 12 digits; the first six are the county. */
  readonly code: string
  readonly towns: readonly { code: string; name: string; villages: readonly Village[] }[]
  /** A signed-in colleague; the same call gives the same person. */
  as(role: string, place?: StaffPlace): Client & { accountId(): Promise<string> }
  /** A family takes its application to the window; returns the reply of the intake. */
  apply(
    options?: Partial<Family> & { town?: number },
  ): Promise<{ caseId: string; caseNumber: string; householdId: string; application: ReturnType<typeof family> }>
  /** Takes a family's case through every step up to a milestone. */
  caseAt(until: Milestone, options?: ChainOptions): Promise<ChainedCase>
}

export async function createCounty(house: TestHouse, nth: number, pack: string): Promise<County> {
  const city = `99${String(10 + Math.floor((nth - 1) / 89)).padStart(2, '0')}`
  const prefix = `${city}${String(1 + ((nth - 1) % 89)).padStart(2, '0')}`
  const code = `${prefix}000000`
  const towns = [0, 1].map(t => {
    const town = `${prefix}90${t + 1}`
    return {
      code: `${town}000`,
      name: `测试镇${t + 1}`,
      villages: [0, 1].map(v => ({ code: `${town}20${v + 1}`, name: `测试村${t + 1}-${v + 1}` })),
    }
  })
  await house.inWork(systemCaller, async work => {
    const common = { demo: true, validFrom: '2020-01-01', contactPhone: '0531-00000000', contactHours: '9:00–17:00' }
    await addDivision(work, { code, name: `测试县${nth}`, level: 'county', parent: null, pack, ...common })
    for (const town of towns) {
      await addDivision(work, { code: town.code, name: town.name, level: 'town', parent: code, ...common })
      await addDelegation(work, { town: town.code, programme: 'dibao', basis: '示例委托书', validFrom: '2020-01-01' })
      for (const village of town.villages)
        await addDivision(work, { ...village, level: 'village', parent: town.code, ...common })
    }
  })
  const county: County = {
    ...{ code, towns, ...people(house, code, towns) },
    caseAt: (until, options) => takeCase(house, county, until, options),
  }
  return county
}

type Towns = County['towns']

function people(house: TestHouse, code: string, towns: Towns): Pick<County, 'as' | 'apply'> {
  const hired = new Map<string, Staff>()
  const as: County['as'] = (role, { town = 0, village = 0, nth = 0 } = {}) => {
    const division = placeOf(role, code, towns, town, village)
    const key = `${role}-${division}-${nth}`
    let staff = hired.get(key)
    if (!staff) {
      staff = new Staff(house, role, division, nth)
      hired.set(key, staff)
    }
    return staff
  }
  return {
    as,
    apply: async ({ town = 0, ...options } = {}) => {
      const application = family({ village: towns[town]!.villages[0]!.code, ...options })
      const reply = await as('town-assistant', { town }).ok.post('/applications', { application, channel: 'window' })
      return { ...reply, application }
    },
  }
}

function placeOf(role: string, county: string, towns: Towns, town: number, village: number): string {
  if (role === 'coordinator') return towns[town]!.villages[village]!.code
  return role.startsWith('town-') ? towns[town]!.code : county
}

/** A colleague who signs in at the first request. */
class Staff extends Client {
  #hired: Promise<string> | undefined
  readonly #house: TestHouse
  readonly #role: string
  readonly #division: string
  readonly #nth: number

  constructor(house: TestHouse, role: string, division: string, nth: number) {
    super(async request => house.app.fetch(request))
    this.#house = house
    this.#role = role
    this.#division = division
    this.#nth = nth
  }

  accountId(): Promise<string> {
    this.#hired ??= this.#house.inWork(systemCaller, async work => {
      const { accountId } = await addStaff(work, {
        login: `${this.#role}-${this.#division}-${this.#nth}`,
        name: `${this.#role}${this.#nth + 1}`,
        division: this.#division,
        password: null,
        roles: [{ role: this.#role, division: this.#division }],
      })
      this.cookie = `__Host-doudi=${await startSession(work, accountId, { steppedUp: true })}`
      return accountId
    })
    return this.#hired
  }

  override async call(...args: Parameters<Client['call']>): ReturnType<Client['call']> {
    await this.accountId()
    return super.call(...args)
  }
}

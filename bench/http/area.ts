/** Two counties of the size of a real district: 24 towns and 300 villages each, with the posts that work there. */
import type { House } from '@doudi/server'
import { demoAreas } from '@doudi/server/demo/areas.ts'
import { addStaff } from '@doudi/server/modules/identity/index.ts'
import { addDelegation, addDivision } from '@doudi/server/modules/places/index.ts'
import { systemCaller, type Work } from '@doudi/server/platform/database/work.ts'

export interface Village {
  readonly code: string
  readonly name: string
}

export interface Town {
  readonly code: string
  readonly name: string
  readonly county: string
  /** How the logins of its posts begin, such as `jn-01`. */
  readonly desk: string
  readonly villages: readonly Village[]
}

interface Post {
  readonly login: string
  readonly role: string
  readonly division: string
}

const TOWNS = 24
const VALID_FROM = '2020-01-01'
const cities = ['jn', 'cz'] as const
const two = (n: number) => String(n).padStart(2, '0')

/** Counties take turns, so that the first sixteen towns lie in both. */
export const towns: readonly Town[] = Array.from({ length: TOWNS }, (_, t) =>
  demoAreas.map((area, a): Town => {
    const prefix = `${area.code.slice(0, 6)}9${two(t + 1)}`
    return {
      code: `${prefix}000`,
      name: `第${t + 1}镇（示例）`,
      county: area.code,
      desk: `${cities[a]}-${two(t + 1)}`,
      // 13 and 12 in turn: 300 a county.
      villages: Array.from({ length: t % 2 === 0 ? 13 : 12 }, (_, v) => ({
        code: `${prefix}2${two(v + 1)}`,
        name: `第${t + 1}镇${v + 1}村`,
      })),
    }
  }),
).flat()

/** Two assistants and an approver in each town, three villages with a coordinator, and the posts of the county. */
export const posts: readonly Post[] = [
  ...demoAreas.flatMap((area, a) =>
    (['supervisor', 'finance-1', 'finance-2', 'system'] as const).map(post => ({
      login: `${cities[a]}-${post}`,
      role: post === 'system' ? 'system-admin' : `county-${post.split('-')[0]}`,
      division: area.code,
    })),
  ),
  ...towns.flatMap(({ desk, code, villages }) => [
    { login: `${desk}-assistant-1`, role: 'town-assistant', division: code },
    { login: `${desk}-assistant-2`, role: 'town-assistant', division: code },
    { login: `${desk}-approver`, role: 'town-approver', division: code },
    ...villages
      .slice(0, 3)
      .map((village, v) => ({ login: `${desk}-village-${v + 1}`, role: 'coordinator', division: village.code })),
  ]),
]

/** Places and posts; returns the account of each login. Nobody signs in with a password: hashing is not measured here. */
export async function placeArea(house: House): Promise<Map<string, string>> {
  for (const area of demoAreas) await house.inWork(systemCaller, work => placeCounty(work, area))
  const accounts = new Map<string, string>()
  for (const { login, role, division } of posts) {
    const staff = { login, name: login, division, password: null, roles: [{ role, division }], validFrom: VALID_FROM }
    const { accountId } = await house.inWork(systemCaller, work => addStaff(work, staff))
    accounts.set(login, accountId)
  }
  return accounts
}

async function placeCounty(work: Work, area: (typeof demoAreas)[number]): Promise<void> {
  const common = { demo: true, validFrom: VALID_FROM, contactPhone: area.phone, contactHours: '工作日 9:00–17:00' }
  const province = `${area.code.slice(0, 2)}0000000000`
  const city = `${area.code.slice(0, 4)}00000000`
  await addDivision(work, { code: province, name: area.provinceName, level: 'province', parent: null, ...common })
  await addDivision(work, { code: city, name: area.cityName, level: 'city', parent: province, ...common })
  const county = { code: area.code, name: area.name, pack: area.pack }
  await addDivision(work, { ...county, level: 'county', parent: city, ...common })
  for (const { code, name, villages } of towns.filter(town => town.county === area.code)) {
    await addDivision(work, { code, name, level: 'town', parent: area.code, ...common })
    await addDelegation(work, { town: code, programme: 'dibao', basis: '示例：委托书', validFrom: VALID_FROM })
    for (const village of villages) await addDivision(work, { ...village, level: 'village', parent: code, ...common })
  }
}

/** Puts the demo area's places, posts, delegations and budgets into an empty house. */
import { addStaff } from '#modules/identity/index.ts'
import { addDelegation, addDivision } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { demoAccounts } from './accounts.ts'
import { demoAreas } from './areas.ts'

const VALID_FROM = '2020-01-01'

export async function placeAreas(work: Work): Promise<void> {
  for (const area of demoAreas) {
    const common = { demo: true, validFrom: VALID_FROM, contactPhone: area.phone, contactHours: '工作日 9:00–17:00' }
    const province = `${area.code.slice(0, 2)}0000000000`
    const city = `${area.code.slice(0, 4)}00000000`
    await addDivision(work, { code: province, name: area.provinceName, level: 'province', parent: null, ...common })
    await addDivision(work, { code: city, name: area.cityName, level: 'city', parent: province, ...common })
    const county = { code: area.code, name: area.name, level: 'county' as const, parent: city, pack: area.pack }
    await addDivision(work, { ...county, ...common })
    for (const town of area.towns) {
      await addDivision(work, { code: town.code, name: town.name, level: 'town', parent: area.code, ...common })
      const basis = '示例：最低生活保障审核确认委托书'
      await addDelegation(work, { town: town.code, programme: 'dibao', basis, validFrom: VALID_FROM })
      for (const village of town.villages)
        await addDivision(work, { ...village, level: 'village', parent: town.code, ...common })
    }
  }
}

/** Login → account id. */
export async function placePosts(work: Work): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { login, name, role, division, password } of demoAccounts()) {
    const roles = [{ role, division }]
    ids[login] = (await addStaff(work, { login, name, division, password, roles, validFrom: VALID_FROM })).accountId
  }
  return ids
}

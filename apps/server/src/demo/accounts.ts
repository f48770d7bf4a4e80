/**
 * Named posts of the demo area. The people are invented; passwords are printed at start and work only on
 * a database that holds the demo area.
 */
import { rolesTable } from '#modules/identity/index.ts'
import { demoAreas } from './areas.ts'

export interface DemoAccount {
  readonly login: string
  readonly password: string
  readonly name: string
  readonly role: string
  readonly roleName: string
  readonly division: string
  readonly divisionName: string
}

const PASSWORD = 'Doudi-Demo-2026!'
const names = (
  '周敏 吴刚 郑洁 孙涛 钱莉 李航 王倩 冯超 陈岚 褚杰 卫平 蒋雯 沈浩 韩雪 杨帆 朱琳 秦川 尤佳 许诺 何静 吕鹏 施颖 张岩 孔悦 曹宁 ' +
  '严冬 华婷 金鑫 魏然 陶冶 姜楠 戚远 谢晖 邹瑜 喻晓 柏青 窦娟 章恒 苏洋 潘虹 葛亮 奚梦 范磊 彭博 郎峰 鲁琪 韦舟 昌明 马骏 苗苗'
).split(' ')

const letter = ['a', 'b', 'c'] as const
const cities = ['jn', 'cz'] as const

/** Every account: in each county two of finance, two policy officers and one each of the county's other posts; in each town two assistants and an approver; in each village a coordinator. */
export function demoAccounts(): DemoAccount[] {
  const accounts: Omit<DemoAccount, 'name' | 'password' | 'roleName'>[] = []
  demoAreas.forEach((area, a) => {
    const city = cities[a]!
    const county = (role: string, login: string) =>
      accounts.push({ login: `${city}-${login}`, role, division: area.code, divisionName: area.name })
    county('county-supervisor', 'supervisor')
    county('county-finance', 'finance-1')
    county('county-finance', 'finance-2')
    county('auditor', 'auditor')
    county('system-admin', 'system')
    county('security-admin', 'security-1')
    county('security-admin', 'security-2')
    county('audit-admin', 'audit')
    area.towns.forEach((town, t) => {
      const place = `${city}-${letter[t]}`
      accounts.push({
        login: `${place}-assistant-1`,
        role: 'town-assistant',
        division: town.code,
        divisionName: town.name,
      })
      accounts.push({
        login: `${place}-assistant-2`,
        role: 'town-assistant',
        division: town.code,
        divisionName: town.name,
      })
      accounts.push({ login: `${place}-approver`, role: 'town-approver', division: town.code, divisionName: town.name })
      town.villages.forEach((village, v) => {
        accounts.push({
          login: `${place}-village-${v + 1}`,
          role: 'coordinator',
          division: village.code,
          divisionName: village.name,
        })
      })
    })
  })
  // Last, so that everybody before keeps the name under which the stories know them.
  demoAreas.forEach(({ code: division, name: divisionName }, a) => {
    const posts = { 'policy-1': 'policy-officer', 'policy-2': 'policy-officer', 'policy-chief': 'policy-chief' }
    for (const [login, role] of Object.entries(posts))
      accounts.push({ login: `${cities[a]}-${login}`, role, division, divisionName })
  })
  return accounts.map((account, i) => ({
    ...account,
    name: names[i % names.length]!,
    password: PASSWORD,
    roleName: rolesTable[account.role]!.name,
  }))
}

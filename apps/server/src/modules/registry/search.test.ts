import { type County, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { provideCases } from './case-directory.ts'
import { inOffice, registered, villageOf } from './registered-family.testing.ts'

const OUYANG = { name: '欧阳锋', identityNumber: '11010519491231002X', phone: '13812345678' }

async function countyWithPeople() {
  const house = await testHouse()
  const county = await house.county()
  const first = await registered(house, { county, members: [OUYANG, { name: '陈小舟' }] })
  const second = await registered(house, {
    county,
    village: 1,
    members: [{ name: '買買提·艾力', phone: '0531-66601234' }],
  })
  const elsewhere = await registered(house, { county, town: 1, members: [{ name: '欧阳修' }] })
  return { house, county, first, second, elsewhere }
}

const find = async (county: County, q: string, role = 'town-assistant') => {
  const { items } = await county.as(role).ok.get(`/households?q=${encodeURIComponent(q)}`)
  return items as { id: string; match?: { kind: string; name: string } }[]
}

describe('the search box', () => {
  test.each([
    ['the beginning of a name', '欧', 'name', '欧阳锋'],
    ['a part of a name', '小舟', 'name', '陈小舟'],
    ['initials', 'oyf', 'initials', '欧阳锋'],
    ['initials in capitals', 'OYF', 'initials', '欧阳锋'],
    ['the whole identity number', '11010519491231002X', 'identity', '欧阳锋'],
    ['with a small x and spaces', '110105 19491231 002x', 'identity', '欧阳锋'],
    ['the old number of 15 digits', '110105491231002', 'identity', '欧阳锋'],
    ['its last four', '002x', 'identity-tail', '欧阳锋'],
    ['the last four of the telephone', '5678', 'phone-tail', '欧阳锋'],
    ['the whole telephone number', '138-1234-5678', 'phone', '欧阳锋'],
  ])('finds by %s', async (_, q, kind, name) => {
    const { county, first } = await countyWithPeople()
    expect(await find(county, q)).toMatchObject([{ id: first.householdId, match: { kind, name } }])
  })

  test.each([
    ['traditional writing', '买买提', '買買提·艾力'],
    ['another dot', '买买提.艾力', '買買提·艾力'],
    ['a landline', '0531 66601234', '買買提·艾力'],
  ])('does not mind %s', async (_, q, name) => {
    const { county, second } = await countyWithPeople()
    expect(await find(county, q)).toMatchObject([{ id: second.householdId, match: { name } }])
  })

  test('shows only the caller’s area', async () => {
    const { county, first, elsewhere } = await countyWithPeople()
    expect((await find(county, '欧阳')).map(item => item.id)).toEqual([first.householdId])
    expect((await find(county, '欧阳', 'county-supervisor')).map(item => item.id)).toEqual([
      first.householdId,
      elsewhere.householdId,
    ])
    expect(await county.as('town-assistant', { town: 1 }).ok.get('/households/count?q=欧阳')).toEqual({ count: 1 })
  })

  test('counts what it would show, in one village too', async () => {
    const { county } = await countyWithPeople()
    const supervisor = county.as('county-supervisor')
    expect(await supervisor.ok.get('/households/count')).toEqual({ count: 3 })
    expect(await supervisor.ok.get(`/households/count?division=${villageOf(county, 0, 1)}`)).toEqual({ count: 1 })
    expect(await supervisor.ok.get(`/households/count?division=${county.towns[0]?.code}`)).toEqual({ count: 2 })
  })

  test('goes on where the page before ended', async () => {
    const { county } = await countyWithPeople()
    const supervisor = county.as('county-supervisor')
    const first = await supervisor.ok.get('/households?limit=2')
    const second = await supervisor.ok.get(`/households?limit=2&after=${first.next}`)
    const numbers = [...first.items, ...second.items].map(item => item.number)
    expect(numbers).toEqual([...new Set(numbers)].sort())
    expect([numbers.length, second.next]).toEqual([3, null])
  })

  test('never carries a whole identity number, telephone or address', async () => {
    const { county } = await countyWithPeople()
    const answer = await county.as('town-assistant').get('/households?q=11010519491231002X')
    expect(answer.text).not.toMatch(/11010519491231002X|13812345678|示例路/)
  })

  test('a mistyped identity number says which part is wrong', async () => {
    const { county } = await countyWithPeople()
    const answer = await county.as('town-assistant').get('/households?q=110105194912310021')
    expect(answer).toMatchObject({
      status: 422,
      body: { issues: [{ in: 'query', pointer: '/q', code: 'identity.check-digit' }] },
    })
  })

  test.each(['%', '_', '\\', '%%%%', "张三' OR '1'='1", ';--', '`', '😀', '99999999999', '123456789012345', '\u202e'])(
    'H16 %s is only text and finds nobody',
    async q => {
      const { county } = await countyWithPeople()
      expect(await find(county, q)).toEqual([])
      expect(await county.as('town-assistant').ok.get(`/households/count?q=${encodeURIComponent(q)}`)).toEqual({
        count: 0,
      })
    },
  )

  test('H16 and H53 what cannot be a search is refused', async () => {
    const { county } = await countyWithPeople()
    const staff = county.as('town-assistant')
    expect((await staff.get(`/households?q=${'a'.repeat(10_000)}!`)).status).toBe(422)
    expect((await staff.get('/households?limit=1000000000')).status).toBe(422)
    expect((await staff.get('/households?q=a&q=b')).status).toBe(422)
    expect((await staff.get("/households?after=1' or '1'='1")).status).toBe(422)
  })

  test('is not for residents, finance or administrators', async () => {
    const { county } = await countyWithPeople()
    for (const role of ['county-finance', 'system-admin', 'security-admin', 'audit-admin']) {
      expect((await county.as(role).get('/households')).status).toBe(403)
    }
    expect((await (await testHouse()).public.get('/households')).status).toBe(401)
  })
})

describe('one household', () => {
  test('is shown with its people, place and account, masked', async () => {
    const { county, first } = await countyWithPeople()
    const detail = await county.as('town-assistant').ok.get(`/households/${first.householdId}`)
    expect(detail).toMatchObject({
      number: first.number,
      headName: '欧阳锋',
      villageName: county.towns[0]?.villages[0]?.name,
      townName: county.towns[0]?.name,
      addressMasked: '示例路 * 号 * 单元 * 室',
      phoneMasked: '138****5678',
      bankAccount: null,
      members: [
        { name: '欧阳锋', relation: 'self', identityMasked: '1101**********002X', age: 76 },
        { name: '陈小舟', relation: 'child' },
      ],
    })
  })

  test('H50 of another town is not there', async () => {
    const { county, elsewhere } = await countyWithPeople()
    for (const path of [`/households/${elsewhere.householdId}`, `/households/${elsewhere.householdId}/line`]) {
      expect(await county.as('town-assistant').get(path)).toMatchObject({
        status: 404,
        body: { code: 'access.out-of-area' },
      })
    }
  })

  test('shows the cases that casework brings, and the list shows the open one', async () => {
    const { house, county, first } = await countyWithPeople()
    const caseId = await inOffice(house, async work => work.newId())
    const mine = { id: caseId, number: 'C1', status: 'submitted', programme: 'dibao', open: true }
    const before = provideCases(
      async (_, ids) => new Map(ids.includes(first.householdId) ? [[first.householdId, [mine]]] : []),
    )
    try {
      const detail = await county.as('town-assistant').ok.get(`/households/${first.householdId}`)
      expect(detail.cases).toEqual([{ id: caseId, number: 'C1', status: 'submitted', programme: 'dibao' }])
      expect(await find(county, '欧阳锋')).toMatchObject([{ openCase: { id: caseId, status: 'submitted' } }])
    } finally {
      provideCases(before)
    }
  })
})

describe('a look at a masked value', () => {
  test.each([
    ['identityNumber', '11010519491231002X'],
    ['phone', '13812345678'],
    ['address', '示例路 12 号 3 单元 401 室'],
  ])('shows the %s and stays on the line with its purpose, never with the value', async (field, value) => {
    const { county, first } = await countyWithPeople()
    const assistant = county.as('town-assistant')
    const reply = await assistant.ok.post(`/persons/${first.members[0]?.personId}/reveal`, {
      field,
      purpose: '电话核实',
    })
    expect(reply).toEqual({ value })
    const line = await assistant.ok.get(`/households/${first.householdId}/line`)
    expect(line.items).toMatchObject([{ act: 'person.revealed', reason: '电话核实', role: 'town-assistant' }])
    const entries = await county.as('auditor').get(`/journal?household=${first.householdId}`)
    expect(entries.body.items[0].body).toEqual({ personId: first.members[0]?.personId, field })
    expect(entries.text).not.toContain(value)
  })

  test('every look is noted, also the same one again', async () => {
    const { county, first } = await countyWithPeople()
    const assistant = county.as('town-assistant')
    const look = () =>
      assistant.ok.post(`/persons/${first.members[0]?.personId}/reveal`, { field: 'phone', purpose: '回访' })
    await look()
    await look()
    expect((await assistant.ok.get(`/households/${first.householdId}/line`)).items).toHaveLength(2)
  })

  test('needs a purpose, a field that is there, and the area', async () => {
    const { county, first, elsewhere } = await countyWithPeople()
    const assistant = county.as('town-assistant')
    const path = `/persons/${first.members[0]?.personId}/reveal`
    expect((await assistant.post(path, { field: 'phone' })).status).toBe(422)
    expect((await assistant.post(path, { field: 'phone', purpose: '  ' })).status).toBe(422)
    expect((await assistant.post(path, { field: 'password', purpose: '看看' })).status).toBe(422)
    expect(await assistant.post(path, { field: 'account', purpose: '核对' })).toMatchObject({
      status: 404,
      body: { code: 'registry.value-missing' },
    })
    const other = await assistant.post(`/persons/${elsewhere.members[0]?.personId}/reveal`, {
      field: 'phone',
      purpose: '看看',
    })
    expect(other).toMatchObject({ status: 404, body: { code: 'access.out-of-area' } })
    expect((await county.as('coordinator').post(path, { field: 'phone', purpose: '看看' })).status).toBe(403)
    expect((await assistant.ok.get(`/households/${first.householdId}/line`)).items).toEqual([])
  })
})

describe('at rest', () => {
  test('identity number, telephone, address and account stand nowhere in clear', async () => {
    const { house } = await countyWithPeople()
    const dump = await inOffice(house, async work => {
      const tables = [
        'registry.person',
        'registry.household',
        'registry.bank_account',
        'registry.fact',
        'journal.entry',
      ] as const
      const rows = []
      for (const table of tables) rows.push(...(await work.db.selectFrom(table).selectAll().execute()))
      return JSON.stringify(rows, (_, value) => {
        if (typeof value === 'bigint') return value.toString()
        return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
      })
    })
    expect(dump).not.toMatch(/11010519491231002X|13812345678|示例路 12/)
  })
})

import { luhnCard, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { addBankAccount, currentBankAccount, householdsSharingAccount } from './bank-account.ts'
import { findPerson, maskedPerson } from './find-person.ts'
import { maskAddress } from './household.ts'
import { membersOf } from './read-household.ts'
import { addFacts, factsOfCase, factsOfHousehold } from './record-facts.ts'
import { addMember, createHousehold, registerFamily } from './register-household.ts'
import { inOffice, registered, someone, villageOf } from './registered-family.testing.ts'
import { similarPersons } from './similar-persons.ts'

async function place() {
  const house = await testHouse()
  return { house, county: await house.county() }
}

describe('a family enters the register', () => {
  test('households of a village are numbered one after the other, also when they come at once', async () => {
    const { house, county } = await place()
    const families = await Promise.all(Array.from({ length: 5 }, () => registered(house, { county })))
    const village = villageOf(county)
    expect(families.map(family => family.number).sort()).toEqual([1, 2, 3, 4, 5].map(n => `${village}000${n}`))
  })

  test('what the identity number says about birth and sex is taken from it', async () => {
    const { house, county } = await place()
    const { members } = await registered(house, {
      county,
      members: [{ identityNumber: '11010519491231002X', name: '张三' }],
    })
    expect(await inOffice(house, work => maskedPerson(work, members[0]?.personId ?? ''))).toMatchObject({
      name: '张三',
      bornOn: '1949-12-31',
      sex: 'female',
      age: 76,
      identityMasked: '1101**********002X',
    })
  })

  test('somebody who applies again keeps household, number and person; who is not named any more left yesterday', async () => {
    const { house, county } = await place()
    const first = await registered(house, { county, members: [{}, { name: '陈小舟' }] })
    const again = await inOffice(house, work =>
      registerFamily(work, {
        division: first.division,
        members: [first.people[0] ?? someone(), someone({ name: '陈梅', relation: 'spouse' })],
      }),
    )
    expect(again).toMatchObject({ householdId: first.householdId, number: first.number, isNew: false })
    expect(again.members[0]?.personId).toBe(first.members[0]?.personId)
    const names = (await inOffice(house, work => membersOf(work, first.householdId))).map(member => member.name)
    expect(names).toEqual(['陈海', '陈梅'])
    const yesterday = await inOffice(house, work => membersOf(work, first.householdId, '2026-03-01'))
    expect(yesterday).toEqual([])
  })

  test('a newborn without a number is not entered twice', async () => {
    const { house, county } = await place()
    const newborn = {
      name: '陈宝',
      relation: 'child',
      identityNumber: null,
      bornOn: '2026-02-01',
      sex: 'female' as const,
    }
    const first = await registered(house, { county, members: [{}, newborn] })
    const again = await inOffice(house, work =>
      registerFamily(work, { division: first.division, members: [first.people[0] ?? someone(), newborn] }),
    )
    expect(again.members.map(member => member.personId)).toEqual(first.members.map(member => member.personId))
  })

  test('one person belongs to one household: a second one is refused, also where the clerk cannot see the first', async () => {
    const { house, county } = await place()
    const first = await registered(house, { county })
    const twice = {
      division: villageOf(county, 1),
      members: [someone({ name: '别的名字', identityNumber: first.people[0]?.identityNumber })],
    }
    await expect(inOffice(house, work => createHousehold(work, twice))).rejects.toMatchObject({
      code: 'registry.person-elsewhere',
      details: {},
    })
    const otherTown = {
      areas: [villageOf(county, 1).slice(0, 9)],
      households: [],
      adminAreas: [],
      auditAreas: [],
      role: 'doudi_app' as const,
    }
    const clerk = {
      kind: 'staff' as const,
      accountId: null,
      name: '乙',
      role: 'town-assistant',
      division: null,
      scope: otherTown,
    }
    await expect(house.inWork(clerk, work => createHousehold(work, twice))).rejects.toMatchObject({
      constraint: 'person_identity_once',
    })
  })

  test('nobody is added to a household twice', async () => {
    const { house, county } = await place()
    const { householdId, people } = await registered(house, { county })
    await expect(inOffice(house, work => addMember(work, householdId, people[0] ?? someone()))).rejects.toMatchObject({
      code: 'registry.already-member',
    })
  })

  test.each([
    ['bornOn', { bornOn: '1950-01-01' }],
    ['sex', { sex: 'male' as const }],
  ])('a %s that contradicts the identity number is refused', async (field, said) => {
    const { house, county } = await place()
    const contradictory = {
      division: villageOf(county),
      members: [someone({ identityNumber: '11010519491231002X', ...said })],
    }
    await expect(inOffice(house, work => createHousehold(work, contradictory))).rejects.toMatchObject({
      code: 'registry.identity-contradicts',
      details: { field },
    })
  })

  test('a village has 9999 household numbers', async () => {
    const { house, county } = await place()
    await inOffice(house, work =>
      work.db
        .insertInto('registry.household_number')
        .values({ division: villageOf(county), last: 9999 })
        .execute(),
    )
    await expect(registered(house, { county })).rejects.toMatchObject({ constraint: 'household_number_last_check' })
  })
})

describe('names and numbers as people write them', () => {
  const names: [string, string, string][] = [
    ['H01 a rare character of Extension E', '欧阳\u{2cc5f}', '欧阳\u{2cc5f}'],
    ['H02 Extension B', '\u{20bb7}田', '\u{20bb7}田'],
    ['H03 Extension A and 〇', '\u3402\u4dae\u9fcd\u3007', '\u3402\u4dae\u9fcd\u3007'],
    ['H05 the dot of U+2022', '买买提\u2022艾力', '买买提\u00b7艾力'],
    ['H06 fifty characters', '张'.repeat(50), '张'.repeat(50)],
    ['H08 a zero-width space', '李\u200b四', '李四'],
    ['H12 a compatibility ideograph', '\uf900山', '\uf900山'],
    ['H13 a variation sequence', '葛\u{e0100}', '葛\u{e0100}'],
    ['H16 quotes and a semicolon', "张三' OR '1'='1; --", "张三' OR '1'='1; --"],
    ['H17 markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ]
  test.each(names)('%s is kept', async (_, written, kept) => {
    const { house, county } = await place()
    const { members } = await registered(house, { county, members: [{ name: written }] })
    expect((await inOffice(house, work => maskedPerson(work, members[0]?.personId ?? ''))).name).toBe(kept)
  })

  const refused: [string, string, string][] = [
    ['H06 fifty-one characters', '张'.repeat(51), 'name.too-long'],
    ['H07 a direction override', '张\u202e三', 'name.direction-character'],
    ['H09 U+0000', '张\0三', 'name.control-character'],
    ['H10 half a surrogate pair', '张\ud842', 'name.broken-character'],
    ['H11 a private-use character', '张\ue000', 'name.private-use'],
    ['H14 fifty marks on a letter', `a${'\u0301'.repeat(50)}`, 'name.marks'],
    ['H15 a word of a program', 'undefined', 'name.placeholder'],
    ['H15 only an ideographic space', '\u3000', 'name.empty'],
  ]
  test.each(refused)('%s is refused', async (_, written, code) => {
    const { house, county } = await place()
    await expect(registered(house, { county, members: [{ name: written }] })).rejects.toMatchObject({
      issues: [{ code }],
    })
  })

  test.each([
    ['H23 a small x', '11010519491231002x'],
    ['H23 full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['H23 spaces', '110105 19491231 002X'],
  ])('%s is the same identity number', async (_, written) => {
    const { house, county } = await place()
    await registered(house, { county, members: [{ identityNumber: '11010519491231002X' }] })
    expect(await inOffice(house, work => findPerson(work, county.code, written))).toBeDefined()
  })

  test.each([
    ['H22 a wrong check digit', '110105194912310021', 'identity.check-digit'],
    ['H23 a Cyrillic Х', '11010519491231002\u0425', 'identity.characters'],
    ['H23 the letter O', '11010519491231O02X', 'identity.characters'],
    ['H24 fifteen digits', '110105491231002', 'identity.fifteen-digits'],
  ])('%s is refused and never stored', async (_, written, code) => {
    const { house, county } = await place()
    await expect(registered(house, { county, members: [{ identityNumber: written }] })).rejects.toMatchObject({
      issues: [{ code }],
    })
  })

  test('H32 two numbers that differ in two digits under one name are pointed out', async () => {
    const { house, county } = await place()
    const one = await registered(house, { county, members: [{ name: '王秀英', identityNumber: '370304195001010015' }] })
    const two = await registered(house, {
      county,
      village: 1,
      members: [{ name: '王秀英', identityNumber: '370304195001010023' }],
    })
    await registered(house, { county, members: [{ name: '王秀英' }] })
    const similar = await inOffice(house, work => similarPersons(work, one.members[0]?.personId ?? ''))
    expect(similar).toMatchObject([
      { personId: two.members[0]?.personId, because: 'identity-number', division: villageOf(county, 0, 1) },
    ])
  })

  test('an address is shown without house and room', () => {
    expect(maskAddress('示例路 12 号 3 单元 401 室')).toBe('示例路 * 号 * 单元 * 室')
    expect(maskAddress('幸福村十二组')).toBe('幸福村*组')
  })
})

describe('where the money goes', () => {
  test('a new account replaces the one before, which is kept', async () => {
    const { house, county } = await place()
    const [old, fresh] = [luhnCard(), luhnCard()]
    const { householdId } = await registered(house, { county, account: old })
    await inOffice(house, work =>
      addBankAccount(work, { householdId, holderName: '陈海', bank: '示例银行', number: fresh }),
    )
    expect(await inOffice(house, work => currentBankAccount(work, householdId))).toMatchObject({
      tail: fresh.slice(-4),
      bank: '示例银行',
    })
    const kept = await inOffice(house, work =>
      work.db
        .selectFrom('registry.bank_account')
        .select('replaced_at')
        .where('household_id', '=', householdId)
        .execute(),
    )
    expect(kept.filter(row => row.replaced_at !== null)).toHaveLength(1)
  })

  test('two people changing it at once leave one', async () => {
    const { house, county } = await place()
    const { householdId } = await registered(house, { county })
    const set = () =>
      inOffice(house, work =>
        addBankAccount(work, { householdId, holderName: '陈海', bank: '示例银行', number: luhnCard() }),
      )
    const tails = (await Promise.all([set(), set(), set()])).map(account => account.tail)
    const current = await inOffice(house, work => currentBankAccount(work, householdId))
    expect(tails).toContain(current?.tail)
  })

  test('somebody outside the household receives it only for a reason', async () => {
    const { house, county } = await place()
    const { householdId } = await registered(house, { county })
    const account = { householdId, holderName: '外人', bank: '示例银行', number: luhnCard() }
    await expect(inOffice(house, work => addBankAccount(work, account))).rejects.toMatchObject({
      code: 'registry.account-holder-outside',
    })
    const set = await inOffice(house, work => addBankAccount(work, { ...account, otherHolderReason: '监护人代领' }))
    expect(set.holderName).toBe('外人')
  })

  test('H35 a mistyped card, a number that lost its digits and a passbook', async () => {
    const { house, county } = await place()
    const { householdId } = await registered(house, { county })
    const set = (number: string, kind?: 'passbook') =>
      inOffice(house, work =>
        addBankAccount(work, { householdId, holderName: '陈海', bank: '示例', number, ...(kind ? { kind } : {}) }),
      )
    await expect(set('6217000012345678901')).rejects.toMatchObject({ issues: [{ code: 'account.check-digit' }] })
    await expect(set('6.217E+18')).rejects.toMatchObject({ issues: [{ code: 'account.digits-lost' }] })
    expect((await set('1234 5678 90', 'passbook')).tail).toBe('7890')
  })

  test('one account for several households is found', async () => {
    const { house, county } = await place()
    const card = luhnCard()
    const one = await registered(house, { county, account: card })
    const two = await registered(house, { county, village: 1, account: card })
    await registered(house, { county, account: luhnCard() })
    const sharing = await inOffice(house, work => householdsSharingAccount(work, one.householdId))
    expect(sharing).toEqual([{ householdId: two.householdId, number: two.number, headName: '陈海' }])
  })
})

describe('facts', () => {
  test('a newer fact stands beside the older one, and June can be read in September', async () => {
    const { house, county } = await place()
    const { householdId, division, members } = await registered(house, { county })
    const caseId = await inOffice(house, async work => work.newId())
    const about = { division, householdId, caseId, personId: members[0]?.personId ?? null, field: 'wage' }
    await inOffice(house, work =>
      addFacts(work, [
        { ...about, value: '1200', source: 'declared', sourceDetail: 'application', asOf: '2026-03-02' },
      ]),
    )
    house.clock.moveTo('2026-09-01T01:00:00.000Z')
    await inOffice(house, work =>
      addFacts(work, [{ ...about, value: '1500.50', source: 'verified', sourceDetail: 'tax', asOf: '2026-08-31' }]),
    )
    const all = await inOffice(house, work => factsOfCase(work, caseId))
    expect(all.map(fact => [fact.source, fact.value])).toEqual([
      ['declared', '1200'],
      ['verified', '1500.50'],
    ])
    const inJune = await inOffice(house, work => factsOfHousehold(work, householdId, '2026-06-30T16:00:00.000Z'))
    expect(inJune.map(fact => fact.value)).toEqual(['1200'])
  })

  test('a value moved to another row does not open', async () => {
    const { house, county } = await place()
    const { householdId, division } = await registered(house, { county })
    const caseId = await inOffice(house, async work => work.newId())
    const fact = {
      division,
      householdId,
      caseId,
      field: 'deposits',
      source: 'declared' as const,
      sourceDetail: 'x',
      asOf: '2026-03-02',
    }
    const [first, second] = await inOffice(house, work =>
      addFacts(work, [
        { ...fact, value: '1' },
        { ...fact, value: '2' },
      ]),
    )
    await house.database.exec(
      `update registry.fact set value_sealed = (select value_sealed from registry.fact where id = '${first}') where id = '${second}'`,
    )
    await expect(inOffice(house, work => factsOfCase(work, caseId))).rejects.toThrow()
  })
})

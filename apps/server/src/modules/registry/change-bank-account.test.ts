/** Another account for a household, by two people. */
import { parsePhone } from '@doudi/kernel'
import { luhnCard, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { registerResident } from '#modules/identity/index.ts'
import { accountWarnings } from './account-warnings.ts'
import { declareBankAccount } from './change-bank-account.ts'
import { inOffice, registered } from './registered-family.testing.ts'

async function familyAtTheWindow() {
  const house = await testHouse()
  const county = await house.county()
  const old = luhnCard()
  const family = await registered(house, { county, account: old })
  const address = `/households/${family.householdId}/bank-account`
  const change = (number: string, more: object = {}) => ({
    holderName: '陈海',
    bank: '示例农商行',
    number,
    ...more,
  })
  const account = async () => {
    const { bankAccount, proposedAccount } = await county
      .as('town-assistant')
      .ok.get(`/households/${family.householdId}`)
    return { bankAccount, proposedAccount }
  }
  return { house, county, old, family, address, change, account }
}

const approverAt = (address: string, approver: { post: (path: string, body: object) => unknown }) => (id: string) =>
  approver.post(`${address}/confirm`, { bankAccountId: id })

describe('another account for a household', () => {
  test('takes effect only when a second person confirms it', async () => {
    const { county, old, address, change, account } = await familyAtTheWindow()
    const card = luhnCard()
    const proposal = await county.as('town-assistant').ok.post(address, change(card))
    expect(proposal).toMatchObject({ tail: card.slice(-4), sharedWith: 0, proposedByName: 'town-assistant1' })
    expect(await account()).toMatchObject({
      bankAccount: { tail: old.slice(-4) },
      proposedAccount: { tail: card.slice(-4) },
    })

    const confirmed = { bankAccountId: proposal.bankAccountId }
    expect(await county.as('town-approver').ok.post(`${address}/confirm`, confirmed)).toMatchObject({
      tail: card.slice(-4),
    })
    expect(await account()).toMatchObject({ bankAccount: { tail: card.slice(-4) }, proposedAccount: null })
  })

  test('is for assistants to propose and for approvers to confirm', async () => {
    const { county, address, change } = await familyAtTheWindow()
    const { bankAccountId } = await county.as('town-assistant').ok.post(address, change(luhnCard()))
    for (const [role, path, body] of [
      ['town-assistant', `${address}/confirm`, { bankAccountId }],
      ['county-finance', `${address}/confirm`, { bankAccountId }],
      ['town-approver', address, change(luhnCard())],
      ['coordinator', address, change(luhnCard())],
    ] as const) {
      expect((await county.as(role).post(path, body)).body.code).toBe('access.forbidden')
    }
  })

  test('of another town is not found', async () => {
    const { county, address, change } = await familyAtTheWindow()
    const { bankAccountId } = await county.as('town-assistant').ok.post(address, change(luhnCard()))
    const elsewhere = { town: 1 }
    const asked = [
      county.as('town-assistant', elsewhere).post(address, change(luhnCard())),
      county.as('town-approver', elsewhere).post(`${address}/confirm`, { bankAccountId }),
    ]
    for (const { status } of await Promise.all(asked)) expect([404, 409]).toContain(status)
    expect((await county.as('town-approver').post(`${address}/confirm`, { bankAccountId })).status).toBe(200)
  })

  test('is never confirmed by who proposed it, whatever roles they hold', async () => {
    const { house, county, family, address, change } = await familyAtTheWindow()
    const { bankAccountId } = await county.as('town-assistant').ok.post(address, change(luhnCard()))
    const approver = county.as('town-approver')
    const accountId = await approver.accountId()
    await inOffice(house, ({ db }) =>
      db
        .updateTable('registry.bank_account')
        .set({ proposed_by: accountId })
        .where('household_id', '=', family.householdId)
        .where('id', '=', bankAccountId)
        .execute(),
    )
    expect(await approver.post(`${address}/confirm`, { bankAccountId })).toMatchObject({
      status: 403,
      body: { code: 'registry.same-person' },
    })
    const forced = inOffice(house, ({ db }) =>
      db
        .updateTable('registry.bank_account')
        .set({ confirmed_by: accountId })
        .where('id', '=', bankAccountId)
        .execute(),
    )
    await expect(forced).rejects.toMatchObject({ constraint: 'bank_account_two_persons' })
  })

  test('a later proposal takes the place of the earlier one', async () => {
    const { county, address, change } = await familyAtTheWindow()
    const assistant = county.as('town-assistant')
    const first = await assistant.ok.post(address, change(luhnCard()))
    const second = await county.as('town-assistant', { nth: 1 }).ok.post(address, change(luhnCard()))
    const confirm = approverAt(address, county.as('town-approver'))
    expect(await confirm(first.bankAccountId)).toMatchObject({ body: { code: 'registry.account-not-proposed' } })
    expect(await confirm(second.bankAccountId)).toMatchObject({ status: 200 })
    expect(await confirm(second.bankAccountId)).toMatchObject({ body: { code: 'registry.account-not-proposed' } })
  })

  test('two people proposing and two confirming at once leave one account in use', async () => {
    const { county, address, change, account } = await familyAtTheWindow()
    const proposals = await Promise.all(
      [0, 1].map(nth => county.as('town-assistant', { nth }).ok.post(address, change(luhnCard()))),
    )
    const confirmations = proposals.flatMap(({ bankAccountId }, i) =>
      [0, 1].map(nth =>
        county
          .as('town-approver', { nth })
          .post(`${address}/confirm`, { bankAccountId }, { key: keys[i * 2 + nth] ?? '' }),
      ),
    )
    const replies = await Promise.all(confirmations)
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await account()).proposedAccount).toBeNull()
  })

  test('that the approver rejects falls, with the reason on the line and a text to the household', async () => {
    const { county, old, address, change, account, family } = await familyAtTheWindow()
    const { bankAccountId } = await county.as('town-assistant').ok.post(address, change(luhnCard()))
    const approver = county.as('town-approver')
    const rejection = { bankAccountId, reason: '本人说没有要求更换' }
    expect((await county.as('town-assistant').post(`${address}/reject`, rejection)).body.code).toBe('access.forbidden')
    await approver.ok.post(`${address}/reject`, rejection)
    expect(await account()).toMatchObject({ bankAccount: { tail: old.slice(-4) }, proposedAccount: null })
    const late = await approver.post(`${address}/confirm`, { bankAccountId })
    expect(late.body.code).toBe('registry.account-not-proposed')
    const { items } = await county.as('auditor').ok.get(`/households/${family.householdId}/line`)
    expect(items.at(-1)).toMatchObject({ act: 'bank-account.rejected', reason: rejection.reason })
  })

  test('used by another household needs a reason, and both reads show it', async () => {
    const { house, county, family, address, change } = await familyAtTheWindow()
    const card = luhnCard()
    await registered(house, { county, village: 1, account: card })
    const assistant = county.as('town-assistant')
    const refused = await assistant.post(address, change(card))
    expect(refused.body).toMatchObject({ code: 'registry.account-elsewhere', details: { count: 1 } })
    const { bankAccountId, sharedWith } = await assistant.ok.post(
      address,
      change(card, { otherHolderReason: '两户由同一监护人代领' }),
    )
    expect(sharedWith).toBe(1)
    await county.as('town-approver').ok.post(`${address}/confirm`, { bankAccountId })
    const warnings = await inOffice(house, work => accountWarnings(work, family.division.slice(0, 6), [bankAccountId]))
    expect(warnings.get(bankAccountId)).toEqual(['account-changed', 'account-shared'])
  })

  test('tells the household by text and stands on its line without the number', async () => {
    const { house, county, family, address, change } = await familyAtTheWindow()
    const phone = parsePhone('13600004321')
    const { householdId, division } = family
    await inOffice(house, work => registerResident(work, { phone, name: '陈海', householdId, division }))
    const card = luhnCard()
    const { bankAccountId } = await county.as('town-assistant').ok.post(address, change(card))
    await county.as('town-approver').ok.post(`${address}/confirm`, { bankAccountId })
    const { items } = await county.as('auditor').ok.get(`/households/${householdId}/line`)
    expect(items.slice(-2).map((entry: { act: string }) => entry.act)).toEqual([
      'bank-account.proposed',
      'bank-account.set',
    ])
    const outbox = JSON.stringify(await house.public.ok.get('/demo/outbox'))
    expect(outbox).toContain(`已改为尾号${card.slice(-4)}`)
    expect(outbox).toContain(`新的收款账户（尾号${card.slice(-4)}）`)
    expect(outbox + JSON.stringify(items)).not.toContain(card)
  })

  test('a slip in the number or a stranger as holder is refused as at the window', async () => {
    const { county, address, change } = await familyAtTheWindow()
    const assistant = county.as('town-assistant')
    const slip = await assistant.post(address, change('6217000012345678901'))
    expect(slip.body.issues).toMatchObject([{ code: 'account.check-digit' }])
    const stranger = await assistant.post(address, change(luhnCard(), { holderName: '外人' }))
    expect(stranger.body.code).toBe('registry.account-holder-outside')
  })
})

describe('an application that names an account', () => {
  test('puts the household’s first account in use', async () => {
    const { house, county } = await familyAtTheWindow()
    const { householdId } = await registered(house, { county })
    const card = luhnCard()
    const declared = { householdId, holderName: '陈海', bank: '示例农商行', number: card }
    await inOffice(house, work => declareBankAccount(work, declared))
    expect(await county.as('town-assistant').ok.get(`/households/${householdId}`)).toMatchObject({
      bankAccount: { tail: card.slice(-4) },
      proposedAccount: null,
    })
  })

  test('proposes another one where money may already go, and nothing where it is the same', async () => {
    const { house, county, old, family, address, account } = await familyAtTheWindow()
    const declare = (number: string) =>
      inOffice(house, work =>
        declareBankAccount(work, { householdId: family.householdId, holderName: '陈海', bank: '示例农商行', number }),
      )
    await declare(old)
    expect((await account()).proposedAccount).toBeNull()
    const card = luhnCard()
    await declare(card)
    const waiting = await account()
    expect(waiting).toMatchObject({ bankAccount: { tail: old.slice(-4) }, proposedAccount: { tail: card.slice(-4) } })
    const { bankAccountId } = waiting.proposedAccount
    await county.as('town-approver').ok.post(`${address}/confirm`, { bankAccountId })
    expect((await account()).bankAccount).toMatchObject({ tail: card.slice(-4) })
  })
})

const keys = [0, 1, 2, 3].map(n => `00000000-0000-4000-8000-00000000000${n}`)

/** A family's account was changed: what the releaser sees, what is paid where, and how returned money is issued again. */
import { luhnCard } from '@doudi/testkit'
import { expect, test } from 'vitest'
import { payingCounty } from './paying-county.testing.ts'

async function changed() {
  const scene = await payingCounty([97_600, 94_000])
  const { county, families, maker } = scene
  const address = `/households/${families[0]?.householdId}/bank-account`
  const card = luhnCard()
  const propose = async () =>
    county.as('town-assistant').ok.post(address, { holderName: '陈海', bank: '示例农商行', number: card })
  const confirm = (bankAccountId: string) => county.as('town-approver').ok.post(`${address}/confirm`, { bankAccountId })
  const linesOf = async (batchId: string) => (await maker.ok.get(`/batches/${batchId}/lines`)).items
  return { ...scene, card, propose, confirm, linesOf }
}

test('a proposed account is not paid on', async () => {
  const { prepare, propose, card, linesOf } = await changed()
  await propose()
  const [first] = await linesOf((await prepare()).id)
  expect(first.accountTail).not.toBe(card.slice(-4))
  expect(first.warnings).toEqual([])
})

test('once money has arrived on a changed account, its lines are like any other', async () => {
  const { prepare, sent, propose, confirm, card, linesOf, answer } = await changed()
  await confirm((await propose()).bankAccountId)
  const { id, number } = await sent('2026-02')
  await answer(id, `H|${number}\nR|1|S|\nR|2|S|\nT|2|191600\n`)
  const arrived = (await linesOf(id)).find((line: { accountTail: string }) => line.accountTail === card.slice(-4))
  expect(arrived).toMatchObject({ status: 'settled', warnings: [] })
  expect((await linesOf((await prepare()).id)).map((line: { warnings: string[] }) => line.warnings)).toEqual([[], []])
})

test('the first line on a changed account is pointed out to whoever releases', async () => {
  const { prepare, propose, confirm, linesOf } = await changed()
  await confirm((await propose()).bankAccountId)
  const warnings = (await linesOf((await prepare()).id)).map((line: { warnings: string[] }) => line.warnings)
  expect(warnings.flat()).toEqual(['account-changed'])
})

test('an account changed in the register lets returned money go out again, with the same warning', async () => {
  const { sent, answer, propose, confirm, maker, linesOf, families } = await changed()
  const { id, number } = await sent()
  const lines = await linesOf(id)
  const line = lines.find((one: { householdId: string }) => one.householdId === families[0]?.householdId)
  const other = lines.find((one: { id: string }) => one.id !== line.id)
  await answer(id, `H|${number}\nR|${line.lineNo}|F|E03 x\nR|${other.lineNo}|S|\nT|2|191600\n`)
  expect((await maker.post(`/lines/${line.id}/reissue`)).body.code).toBe('payments.account-not-corrected')
  const { bankAccountId } = await propose()
  expect((await maker.post(`/lines/${line.id}/reissue`)).body.code).toBe('payments.account-not-corrected')
  await confirm(bankAccountId)
  expect(await maker.ok.post(`/lines/${line.id}/reissue`)).toMatchObject({ attempt: 1, warnings: ['account-changed'] })
})

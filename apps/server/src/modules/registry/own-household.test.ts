/** What a resident sees of their own household, and of nobody else's. */
import { parsePhone } from '@doudi/kernel'
import { type Client, testHouse } from '@doudi/testkit'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { registerResident, startSession } from '#modules/identity/index.ts'
import { inOffice, registered } from './registered-family.testing.ts'

let phones = 13_700_000_000

async function residentOfAHousehold() {
  const house = await testHouse()
  const county = await house.county()
  const own = await registered(house, { county })
  const neighbours = await registered(house, { county })
  const phone = parsePhone(String(++phones))
  const token = await inOffice(house, async work =>
    startSession(
      work,
      await registerResident(work, { phone, name: '陈海', householdId: own.householdId, division: own.division }),
    ),
  )
  const resident: Client = house.client(`__Host-doudi=${token}`)
  return { house, county, own, neighbours, resident }
}

describe('a resident', () => {
  test('reads their line and sees who looked at them, and why', async () => {
    const { county, own, resident } = await residentOfAHousehold()
    await county
      .as('town-assistant')
      .ok.post(`/persons/${own.members[0]?.personId}/reveal`, { field: 'address', purpose: '入户前核对' })
    const { items } = await resident.ok.get(`/my/households/${own.householdId}/line`)
    expect(items.at(-1)).toMatchObject({
      act: 'person.revealed',
      reason: '入户前核对',
      summary: { zh: '工作人员查看了一项个人信息' },
    })
  })

  test('adds a paper and reads it back', async () => {
    const { own, resident } = await residentOfAHousehold()
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const added = await resident.ok.post(`/my/documents?householdId=${own.householdId}&kind=income-proof`, undefined, {
      raw: { bytes, mediaType: 'image/png' },
    })
    expect((await resident.get(`/my/documents/${added.id}`)).status).toBe(200)
  })

  test('does not find the neighbours’ line, papers or people', async () => {
    const { county, neighbours, resident } = await residentOfAHousehold()
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const raw = { bytes, mediaType: 'image/png' }
    const theirs = await county
      .as('town-assistant')
      .ok.post(`/documents?householdId=${neighbours.householdId}&kind=photo`, undefined, { raw })
    expect((await resident.get(`/my/households/${neighbours.householdId}/line`)).status).toBe(404)
    expect((await resident.get(`/my/documents/${theirs.id}`)).status).toBe(404)
    expect(
      (await resident.post(`/my/documents?householdId=${neighbours.householdId}&kind=photo`, undefined, { raw }))
        .status,
    ).toBe(404)
  })

  test('has no use of the officers’ addresses', async () => {
    const { own, resident } = await residentOfAHousehold()
    for (const path of [
      '/households',
      '/households/count',
      `/households/${own.householdId}`,
      `/households/${own.householdId}/line`,
      '/journal',
    ]) {
      expect((await resident.get(path)).status).toBe(403)
    }
    const look = await resident.post(`/persons/${own.members[0]?.personId}/reveal`, { field: 'phone', purpose: '看看' })
    expect(look.status).toBe(403)
  })
})

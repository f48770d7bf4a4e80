import { testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'

describe('the form of a programme', () => {
  test('is there for everybody, with pages, questions and papers of the place', async () => {
    const house = await testHouse()
    const county = await house.county({ pack: 'demo-changzhou' })
    const village = county.towns[0]?.villages[0]?.code
    const form = await house.public.ok.get(`/policies/forms/dibao?division=${village}`)
    expect(form).toMatchObject({ programme: 'dibao', pack: 'demo-changzhou', example: true, date: '2026-03-02' })
    expect(form.form.pages.length).toBeGreaterThan(0)
    expect(form.form.fields.map((field: { id: string }) => field.id)).toContain('wage')
    expect(form.documents.required.length).toBeGreaterThan(0)
    expect(form.edition).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['an unknown programme', '/policies/forms/wealth?division={village}', 404, 'policy.programme-unknown'],
    ['a division that does not exist', '/policies/forms/dibao?division=110000000000', 404, 'places.unknown-division'],
    ['no division', '/policies/forms/dibao', 422, 'input.invalid'],
    ['a day that does not exist', '/policies/forms/dibao?division={village}&date=2025-02-29', 422, 'input.invalid'],
  ])('of %s is refused', async (_, path, status, code) => {
    const house = await testHouse()
    const county = await house.county()
    const answer = await house.public.get(path.replace('{village}', county.towns[0]?.villages[0]?.code ?? ''))
    expect(answer).toMatchObject({ status, body: { code } })
  })
})

describe('the packs in use', () => {
  test('are listed for the system administrator', async () => {
    const county = await (await testHouse()).county()
    const { items, edition } = await county.as('system-admin').ok.get('/policies/packs')
    expect(edition).toMatch(/^[0-9a-f]{64}$/)
    const jinan = items.find((item: { name: string }) => item.name === 'demo-jinan')
    expect(jinan).toMatchObject({ example: true, broken: false, inherits: 'jinan' })
  })

  test('are not for a town officer', async () => {
    const county = await (await testHouse()).county()
    expect((await county.as('town-approver').get('/policies/packs')).status).toBe(403)
  })
})

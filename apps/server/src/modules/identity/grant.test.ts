import { expect, test } from 'vitest'
import { carrying, clashOf, isHeldAtItsLevel, overlap, scopeOf } from './grant.ts'
import { rolesTable } from './roles.ts'

const county = '370303000000'
const town = '370303001000'
const village = '370303001201'
const elsewhere = '370304001000'

test('two areas overlap when one contains the other', () => {
  expect([overlap(county, village), overlap(village, county), overlap(town, town)]).toEqual([true, true, true])
  expect([overlap(town, elsewhere), overlap(town, '370303002000')]).toEqual([false, false])
})

test('SR-17 no two of the three administrators are one person, and none of them sees families', () => {
  const admins = ['system-admin', 'security-admin', 'audit-admin']
  const others = Object.keys(rolesTable).filter(role => role !== 'resident')
  for (const admin of admins)
    for (const other of others.filter(role => role !== admin)) {
      const held = [{ role: other, division: county }]
      expect(clashOf({ role: admin, division: county }, held), `${admin} with ${other}`).toEqual(held[0])
    }
})

test.each([
  ['county-supervisor', county, 'town-approver', town],
  ['town-approver', town, 'county-supervisor', county],
  ['auditor', county, 'coordinator', village],
  ['county-finance', county, 'town-approver', town],
  ['county-finance', county, 'county-supervisor', county],
])('SR-23 %s and %s of one area are two people', (wanted, division, other, otherDivision) => {
  expect(clashOf({ role: wanted, division }, [{ role: other, division: otherDivision }])).toBeDefined()
})

test('the same roles in areas that do not touch may be one person', () => {
  expect(
    clashOf({ role: 'town-approver', division: elsewhere }, [{ role: 'county-supervisor', division: county }]),
  ).toBeUndefined()
})

test('a role is held at its own level', () => {
  expect(isHeldAtItsLevel({ role: 'town-approver', division: town })).toBe(true)
  expect(isHeldAtItsLevel({ role: 'town-approver', division: county })).toBe(false)
  expect(isHeldAtItsLevel({ role: 'nobody', division: town })).toBe(false)
  // Standards are set in counties, cities and provinces.
  for (const [division, fits] of [
    [county, true],
    ['370300000000', true],
    ['370000000000', true],
    [town, false],
  ] as const)
    expect([division, isHeldAtItsLevel({ role: 'policy-officer', division })]).toEqual([division, fits])
})

test('SR-14 only the roles that carry the permission open their areas', () => {
  const held = [
    { role: 'town-approver', division: town },
    { role: 'town-assistant', division: elsewhere },
  ]
  expect(scopeOf(carrying(held, 'casework.decide')).areas).toEqual(['370303001'])
  expect(scopeOf(carrying(held, 'casework.read')).areas).toEqual(['370303001', '370304001'])
})

test('SR-17 administrators’ areas are those of accounts or of the journal, never of cases', () => {
  for (const role of ['system-admin', 'security-admin', 'audit-admin'])
    expect(scopeOf([{ role, division: county }]).areas).toEqual([])
  expect(scopeOf([{ role: 'security-admin', division: county }]).adminAreas).toEqual(['370303'])
  expect(scopeOf([{ role: 'audit-admin', division: county }]).auditAreas).toEqual(['370303'])
})

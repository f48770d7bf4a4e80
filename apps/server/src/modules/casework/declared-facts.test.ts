/** From what a family wrote to facts under the form's ids: yuan as text, unknown kept unknown, nothing rounded twice. */
import { calendarDate } from '@doudi/kernel'
import type { Field } from '@doudi/policy'
import { family } from '@doudi/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { application } from './application.ts'
import { checkApplication } from './check-application.ts'
import { declaredFacts, monthlyYuan, yuanText } from './declared-facts.ts'

const ids = [
  'wage',
  'businessIncome',
  'deposits',
  'vehicles',
  'relation',
  'birthDate',
  'disabilityGrade',
  'supportedLongTerm',
]
const fields = ids.map(id => ({ id })) as unknown as Field[]

function factsOf(overrides: Record<string, unknown>, members = 3) {
  const given = application.parse(family({ village: '370199901201', members, overrides }))
  const checked = checkApplication(given, calendarDate('2026-03-02'))
  if ('issues' in checked) throw new Error(JSON.stringify(checked.issues))
  return declaredFacts(
    checked,
    fields,
    given.members.map((_, i) => `person-${i}`),
  )
}

test('amounts become yuan as text; 说不准 stays unknown and is not none', () => {
  const facts = factsOf({ property: { depositsFen: null, vehicles: 0, homes: 1, business: null } })
  const of = (field: string) => facts.find(fact => fact.field === field)
  expect(of('wage')).toEqual({ field: 'wage', personId: 'person-0', value: '1200' })
  expect(of('deposits')).toEqual({ field: 'deposits', personId: null, value: null })
  expect(of('vehicles')?.value).toBe(0)
  expect(of('homes')).toBeUndefined()
})

test('parents who live with the family are declared as supported by law', () => {
  const supported = factsOf({}, 5).filter(({ field }) => field === 'supportedLongTerm')
  expect(supported.map(({ personId }) => personId)).toEqual(['person-4'])
})

const items = fc.array(
  fc.record({
    kind: fc.constant('wage' as const),
    amountFen: fc.integer({ min: 0, max: 1e9 }),
    per: fc.constantFrom('month' as const, 'year' as const),
  }),
  { minLength: 1, maxLength: 6 },
)

test('a month’s sum is exact for monthly amounts and loses less than a fen of the yearly ones, once', () => {
  fc.assert(
    fc.property(items, given => {
      const twelfths = given.reduce(
        (sum, { amountFen, per }) => sum + BigInt(amountFen) * (per === 'month' ? 12n : 1n),
        0n,
      )
      const [yuan = '0', cents = '0'] = (monthlyYuan(given) ?? '').split('.')
      const fenAMonth = BigInt(yuan) * 100n + BigInt(cents.padEnd(2, '0'))
      expect(twelfths - fenAMonth * 12n).toBeGreaterThanOrEqual(0n)
      expect(twelfths - fenAMonth * 12n).toBeLessThan(12n)
      expect(monthlyYuan([...given, { kind: 'wage', amountFen: null, per: 'month' }])).toBeNull()
    }),
  )
})

test.each([
  [0n, '0'],
  [5n, '0.05'],
  [120_000n, '1200'],
  [61_467n, '614.67'],
])('%s fen are written %s', (amount, text) => {
  expect(yuanText(amount)).toBe(text)
})

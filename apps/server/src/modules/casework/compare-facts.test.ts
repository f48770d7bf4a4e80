/** Which of declared, found and seen counts (domain facts §5.8), and that an officer's decision wins. */
import type { Field } from '@doudi/policy'
import { expect, test } from 'vitest'
import type { Fact } from '#modules/registry/index.ts'
import { factKey } from './acts.ts'
import type { CaseState, Resolution } from './case.ts'
import { compareFacts } from './compare-facts.ts'

const field = {
  id: 'wage',
  scope: 'member',
  type: 'number',
  unit: '元/月',
  label: { 'zh-CN': '工资', en: 'Wage' },
  options: [],
} as unknown as Field
const person = { personId: 'p', name: '林梅', relation: 'self', adult: true }

function compare(values: Partial<Record<Fact['source'], Fact['value']>>, resolution?: Resolution) {
  const resolutions = resolution ? { [factKey('wage', 'p')]: resolution } : {}
  const state = { members: [person], resolutions } as unknown as CaseState
  const facts = Object.entries(values).map(
    ([source, value]) =>
      ({ field: 'wage', personId: 'p', value, source, sourceDetail: source, asOf: '2026-03-02' }) as unknown as Fact,
  )
  const [compared] = compareFacts(state, [field], facts)
  return { used: compared?.used?.value, from: compared?.used?.source, differs: compared?.differs }
}

test.each([
  ['equal', { declared: '1200', verified: '1200.00' }, { used: '1200.00', from: 'verified', differs: false }],
  ['more was found', { declared: '1200', verified: '1800' }, { used: '1800', from: 'verified', differs: true }],
  ['less was found', { declared: '1200', verified: '900' }, { used: '1200', from: 'declared', differs: true }],
  ['the family did not know', { declared: null, verified: '900' }, { used: '900', from: 'verified', differs: true }],
  [
    'nothing was found, the visit saw more',
    { declared: '1200', visit: '1500' },
    { used: '1500', from: 'visit', differs: false },
  ],
  ['only a declaration', { declared: '1200' }, { used: '1200', from: 'declared', differs: false }],
])('%s', (_, values, expected) => {
  expect(compare(values)).toEqual(expected)
})

test.each<[Resolution, unknown]>([
  ['use-found', '900'],
  ['use-declared', '1200'],
  ['excluded', '0'],
])('an officer who says %s decides', (resolution, used) => {
  expect(compare({ declared: '1200', verified: '900' }, resolution).used).toBe(used)
})

import type { VisitRecord } from '@doudi/sync'
import { expect, test } from 'vitest'
import { visitFacts } from './visit-facts.ts'

const form: VisitRecord = {
  incomes: [
    { personId: 'p1', kind: 'wage', amountFen: 120_000, per: 'month' },
    { personId: 'p1', kind: 'farming', amountFen: 600_000, per: 'year' },
    { personId: 'p1', kind: 'business', amountFen: 10_050, per: 'month' },
  ],
  property: { depositsFen: 300_000, vehicles: 1, business: false },
}

test('what was seen becomes facts under the questions of the form, amounts as monthly yuan', () => {
  expect(visitFacts(form)).toEqual([
    { personId: 'p1', field: 'wage', value: '1200' },
    { personId: 'p1', field: 'businessIncome', value: '600.50' },
    { personId: null, field: 'deposits', value: '3000' },
    { personId: null, field: 'vehicles', value: 1 },
    { personId: null, field: 'business', value: false },
  ])
})

test('a form written again only adds what changed', () => {
  expect(visitFacts(form, form)).toEqual([])
  expect(visitFacts({ ...form, property: { ...form.property, vehicles: 2 } }, form)).toEqual([
    { personId: null, field: 'vehicles', value: 2 },
  ])
})

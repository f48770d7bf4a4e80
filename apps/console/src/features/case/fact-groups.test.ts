import { expect, test } from 'vitest'
import { groupOf } from './fact-groups.ts'

test.each([
  ['name', 'who'],
  ['birthDate', 'who'],
  ['majorIllness', 'need'],
  ['disabilityGrade', 'need'],
  ['disabilitySubsidy', 'income'],
  ['propertyIncome', 'income'],
  ['jobMonths', 'income'],
  ['deposits', 'property'],
  ['insuranceCashValue', 'property'],
  ['homes', 'property'],
  ['maintenance', 'support'],
  ['supportedLongTerm', 'support'],
])('%s stands under %s', (field, group) => {
  expect(groupOf({ field })).toBe(group)
})

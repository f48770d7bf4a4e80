import { describe, expect, test } from 'vitest'
import { type DeclaredFact, differencesOf, type RecordedFinding } from './differences.ts'

const declared = (field: string, value: unknown, personId: string | null = null): DeclaredFact => ({
  id: `declared ${field}`,
  personId,
  field,
  value,
})
const found = (
  field: RecordedFinding['field'],
  value: RecordedFinding['value'],
  personId: string | null = null,
): RecordedFinding => ({ id: `found ${field}`, personId, field, value })

describe('it is a difference', () => {
  test.each([
    [declared('deposits', 300_000), found('deposits', 300_001)],
    [declared('vehicles', 0), found('vehicles', 1)],
    [declared('homes', 1), found('homes', 2)],
    [declared('business', false), found('business', true)],
    [declared('wage', 120_000, 'p1'), found('wage', 240_000, 'p1')],
  ])('when the departments know of more: %j', (said, known) => {
    expect(differencesOf([said], [known])).toEqual([
      { field: known.field, personId: known.personId, declaredFactId: said.id, foundFactId: known.id },
    ])
  })

  test('when a list of incomes leaves out a wage', () => {
    expect(differencesOf([declared('farming', 9, 'p1')], [found('wage', 5, 'p1')])).toMatchObject([
      { field: 'wage', declaredFactId: null },
    ])
  })

  test('when somebody has died', () => {
    expect(differencesOf([], [found('diedOn', '2025-07-15', 'p1')])).toHaveLength(1)
  })
})

describe('it is no difference', () => {
  test.each([
    ['the same', declared('deposits', 300_000), found('deposits', 300_000)],
    ['less than declared', declared('deposits', 300_000), found('deposits', 5)],
    ['说不准', declared('vehicles', null), found('vehicles', 1)],
    ['a business that was declared', declared('business', true), found('business', true)],
    ['nothing was asked about it', declared('homes', 1), found('deposits', 5)],
  ])('%s', (_, said, known) => {
    expect(differencesOf([said], [known])).toEqual([])
  })

  test('between two people', () => {
    expect(differencesOf([declared('wage', 5, 'p1')], [found('wage', 5, 'p1')])).toEqual([])
  })
})

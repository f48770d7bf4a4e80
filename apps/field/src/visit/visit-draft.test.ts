import { describe, expect, test } from 'vitest'
import type { Household, Visit } from '../data/wire.ts'
import { matches, searchKeys } from '../pages/find-page.tsx'
import { wrongWith } from '../pages/set-pin-page.tsx'
import { fenOf, yuanOf } from './amount.ts'
import { entryOf, lastTime, missing, newDraft, putAbout, withForm } from './visit-draft.ts'

const member = (personId: string, name: string) => ({
  ...{ personId, name, relation: 'self', sex: null, age: 50, identityMasked: null, phoneMasked: null },
})
const household = {
  ...{ id: 'h1', number: '3701149012010001', division: '370114901201', headName: '彭永贵', openCase: null },
  members: [member('p1', '彭永贵'), member('p2', '单雄信')],
  lastVisit: {
    ...{ visitedAt: '2025-09-14T01:00:00.000Z', outcome: 'met' },
    form: { house: { rooms: 3 }, present: ['p1', 'gone'], members: [{ personId: 'gone', health: 'well' }] },
  },
} as Household
const visit = { id: 'v1', householdId: 'h1', caseId: 'c1', version: 2, form: { house: { rooms: 2 } } } as Visit

describe('a visit', () => {
  test('starts from what the server has', () => {
    expect(newDraft(visit)).toMatchObject({ baseVersion: 2, form: { house: { rooms: 2 } }, photos: [] })
  })

  test('takes over what was seen last time, for those who still live there', () => {
    expect(lastTime(household, 'house')).toEqual({ rooms: 3 })
    expect(lastTime(household, 'present')).toEqual(['p1'])
    expect(lastTime(household, 'members')).toEqual([])
    expect(lastTime(household, 'debts')).toBeUndefined()
  })

  test('needs an outcome, and a conclusion where somebody was met, and an amount for every income', () => {
    const draft = newDraft(visit)
    expect(missing(draft)).toEqual(['outcome'])
    expect(missing(withForm(draft, { outcome: 'nobody' }))).toEqual([])
    expect(missing(withForm(draft, { outcome: 'met' }))).toEqual(['conclusion'])
    const met = withForm(draft, { outcome: 'met', conclusion: 'true' })
    expect(missing(met)).toEqual([])
    const income = { personId: 'p1', kind: 'wage', amountFen: 0, per: 'month' } as const
    expect(missing(withForm(met, { incomes: [income] }))).toEqual(['incomes'])
  })

  test('becomes an entry without empty answers', () => {
    const draft = withForm(withForm(newDraft(visit), { outcome: 'met', conclusionText: 'x' }), {
      conclusionText: undefined,
    })
    expect(entryOf(draft, 'e1', '2026-03-02T01:00:00.000Z')).toEqual({
      ...{ id: 'e1', kind: 'visit.record', visitId: 'v1', baseVersion: 2, capturedAt: '2026-03-02T01:00:00.000Z' },
      content: { outcome: 'met', visitedAt: '2026-03-02T01:00:00.000Z', house: { rooms: 2 } },
    })
  })

  test('puts an answer to the person it is about', () => {
    const once = putAbout(undefined, 'p1', 'health' as never, 'well' as never)
    expect(putAbout(once, 'p1', 'labour' as never, 'able' as never)).toEqual([
      { personId: 'p1', health: 'well', labour: 'able' },
    ])
  })
})

describe('what is typed', () => {
  test.each([
    ['600', 60_000],
    ['1,200.5', 120_050],
    ['１２３元', 12_300],
    ['', undefined],
    ['六百', null],
    ['-5', null],
    ['1.234', null],
  ])('%j is read as %j fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })

  test('an amount reads as it was', () => {
    expect([yuanOf(60_000), yuanOf(120_050), yuanOf(undefined)]).toEqual(['600', '1200.50', ''])
  })

  test.each([
    ['12345', '12345', 'pin.shape'],
    ['123456', '123456', 'pin.easy'],
    ['777777', '777777', 'pin.easy'],
    ['482915', '482916', 'pin.differs'],
    ['482915', '482915', undefined],
  ])('the PIN %s, then %s: %s', (pin, again, wrong) => {
    expect(wrongWith(pin, again)).toBe(wrong)
  })
})

test.each(['彭', '永贵', 'pyg', 'PYG', '单雄', '东柳', '0001', '彭 东柳'])('a household is found by %s', asked => {
  const [key] = searchKeys({ households: [household], villages: [{ code: '370114901201', name: '东柳村' }] } as never)
  expect(matches(key?.text ?? '', asked)).toBe(true)
  expect(matches(key?.text ?? '', `${asked}没有`)).toBe(false)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visitRecord } from './arbitrary-visit.ts'
import { fieldsOf, namedTwice, recordOf, sameValue } from './fields.ts'
import { changedFields, mergeVisit, resolveVisit, undecided } from './merge-visit.ts'
import type { PhotoTaken, VisitRecord } from './visit-record.ts'

const photo = (digest: string): PhotoTaken => ({
  digest,
  documentId: `document-${digest}`,
  purpose: 'house',
  capturedAt: '2026-03-02T01:00:00.000Z',
})

describe('merging a visit written by two people', () => {
  const base: VisitRecord = { house: { rooms: 2 }, members: [{ personId: 'p1', health: 'well' }] }

  test('different facts come together', () => {
    const server: VisitRecord = { ...base, house: { rooms: 3 } }
    const device: VisitRecord = { ...base, conclusion: 'true' }
    expect(mergeVisit(base, server, device)).toEqual({
      merged: { conclusion: 'true', house: { rooms: 3 }, members: [{ personId: 'p1', health: 'well' }] },
      conflicts: [],
    })
  })

  test('two parts of one person are two facts', () => {
    const server: VisitRecord = { members: [{ personId: 'p1', health: 'serious' }] }
    const device: VisitRecord = { members: [{ personId: 'p1', health: 'well', work: '打零工' }] }
    const { merged, conflicts } = mergeVisit({ members: [{ personId: 'p1', health: 'well' }] }, server, device)
    expect(conflicts).toEqual([])
    expect(merged.members).toEqual([{ personId: 'p1', health: 'serious', work: '打零工' }])
  })

  test('an amount and its period are never taken from two people', () => {
    const income = (amountFen: number, per: 'month' | 'year'): VisitRecord => ({
      incomes: [{ personId: 'p1', kind: 'wage', amountFen, per }],
    })
    const { merged, conflicts } = mergeVisit(income(60_000, 'month'), income(70_000, 'month'), income(720_000, 'year'))
    expect(conflicts).toMatchObject([{ field: 'incomes/p1/wage', device: { amountFen: 720_000, per: 'year' } }])
    expect(merged).toEqual(income(70_000, 'month'))
  })

  test('two different answers to one question wait for a person, with all three sides', () => {
    const { merged, conflicts } = mergeVisit(base, { ...base, house: { rooms: 3 } }, { ...base, house: { rooms: 4 } })
    expect(conflicts).toEqual([{ field: 'house/rooms', base: 2, server: 3, device: 4 }])
    expect(merged.house).toEqual({ rooms: 3 })
  })

  test('photos only come together', () => {
    const { merged, conflicts } = mergeVisit(
      { photos: [photo('a')] },
      { photos: [photo('a'), photo('b')] },
      { photos: [photo('c')] },
    )
    expect(conflicts).toEqual([])
    expect(merged.photos?.map(({ digest }) => digest)).toEqual(['a', 'b', 'c'])
  })

  test('a fact taken out on one side and changed on the other is a conflict', () => {
    expect(mergeVisit(base, { house: { rooms: 3 } }, { members: base.members ?? [] }).conflicts).toEqual([
      { field: 'house/rooms', base: 2, server: 3, device: null },
    ])
  })
})

describe('deciding a conflict', () => {
  const merge = mergeVisit(
    { house: { rooms: 2 }, conclusion: 'true' },
    { house: { rooms: 3 }, conclusion: 'true' },
    { house: { rooms: 4 }, conclusion: 'true' },
  )

  test('takes the side that was chosen', () => {
    expect(resolveVisit(merge, { 'house/rooms': 'device' }).house).toEqual({ rooms: 4 })
    expect(resolveVisit(merge, { 'house/rooms': 'server' }).house).toEqual({ rooms: 3 })
  })

  test('may mean that a fact is not there', () => {
    const removed = mergeVisit({ house: { rooms: 2 } }, { house: { rooms: 3 } }, {})
    expect(resolveVisit(removed, { 'house/rooms': 'device' })).toEqual({})
  })

  test('says what nobody has decided yet', () => {
    expect(undecided(merge, {})).toEqual(['house/rooms'])
    expect(undecided(merge, { 'house/rooms': 'server' })).toEqual([])
  })
})

test('a list may name a thing once', () => {
  const twice = { personId: 'p1', kind: 'wage', amountFen: 1, per: 'month' } as const
  expect(namedTwice({ incomes: [twice, twice], photos: [photo('a'), photo('b')] })).toEqual(['incomes/p1/wage'])
})

describe('for any three records', () => {
  const sides = [visitRecord, visitRecord, visitRecord] as const

  test('facts make the record they came from', () => {
    fc.assert(
      fc.property(visitRecord, record => {
        expect(changedFields(recordOf(fieldsOf(record)), record)).toEqual([])
      }),
    )
  })

  test('nothing is lost: what the device wrote is in the merge or in the conflicts', () => {
    fc.assert(
      fc.property(...sides, (base, server, device) => {
        const { merged, conflicts } = mergeVisit(base, server, device)
        const [kept, was, here] = [fieldsOf(merged), fieldsOf(base), fieldsOf(server)]
        for (const [field, value] of fieldsOf(device)) {
          const superseded = sameValue(value, was.get(field)) && !sameValue(value, here.get(field))
          const conflicting = conflicts.some(
            conflict => conflict.field === field && sameValue(conflict.device ?? undefined, value),
          )
          expect(superseded || conflicting || sameValue(kept.get(field), value), field).toBe(true)
        }
      }),
    )
  })

  test('what the server has is never overwritten by somebody who did not see it', () => {
    fc.assert(
      fc.property(...sides, (base, server, device) => {
        const kept = fieldsOf(mergeVisit(base, server, device).merged)
        const was = fieldsOf(base)
        for (const [field, value] of fieldsOf(server)) {
          if (!sameValue(value, was.get(field))) expect(sameValue(kept.get(field), value), field).toBe(true)
        }
      }),
    )
  })

  test('sending the same again changes nothing', () => {
    fc.assert(
      fc.property(...sides, (base, server, device) => {
        const once = mergeVisit(base, server, device)
        const again = mergeVisit(base, once.merged, device)
        expect(changedFields(again.merged, once.merged)).toEqual([])
        expect(again.conflicts).toEqual(once.conflicts)
      }),
    )
  })

  test('entries that do not meet may come in either order', () => {
    fc.assert(
      fc.property(...sides, (base, one, another) => {
        const other = apartFrom(base, one, another)
        const forth = mergeVisit(base, mergeVisit(base, base, one).merged, other)
        const back = mergeVisit(base, mergeVisit(base, base, other).merged, one)
        expect([forth.conflicts, back.conflicts]).toEqual([[], []])
        expect(changedFields(forth.merged, back.merged)).toEqual([])
      }),
    )
  })
})

/** `other`, but as in `base` wherever `one` changed something. */
function apartFrom(base: VisitRecord, one: VisitRecord, other: VisitRecord): VisitRecord {
  const [was, fields] = [fieldsOf(base), new Map(fieldsOf(other))]
  for (const field of changedFields(base, one)) {
    const value = was.get(field)
    if (value === undefined) fields.delete(field)
    else fields.set(field, value)
  }
  return recordOf(fields)
}

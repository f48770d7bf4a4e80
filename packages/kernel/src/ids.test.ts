import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, uuidV7 } from './ids.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('an id is a UUID of version 7 whatever the time and the randomness', () => {
  fc.assert(fc.property(fc.nat({ max: 2 ** 47 }), random, (time, bytes) => isId(uuidV7(time, bytes))))
})

test('ids sort by the time at which they were made', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 46 }), fc.integer({ min: 1, max: 2 ** 40 }), random, random, (time, later, a, b) => {
      expect(uuidV7(time, a) < uuidV7(time + later, b)).toBe(true)
    }),
  )
})

test('ten random bytes are needed, and other text is no id', () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
  expect(isId('0190b0a0-0000-4000-8000-000000000000')).toBe(false)
  expect(isId('')).toBe(false)
})

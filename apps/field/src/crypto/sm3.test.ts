import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sm3 } from './sm3.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the examples of the standard', () => {
  expect(sm3(bytes('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3(bytes('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('any length of bytes gives what the server computes', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 300_000]) {
    const some = randomBytes(length)
    expect(sm3(some), `${length} bytes`).toBe(createHash('sm3').update(some).digest('hex'))
  }
})

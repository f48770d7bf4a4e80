import type { Instant } from '@doudi/kernel'
import { expect, test } from 'vitest'
import { secondsToWait, WINDOW } from './guessing.ts'
import { later } from './moments.ts'

const lastAt = '2026-03-02T01:00:00.000Z' as Instant
const none = { account: 0, source: 0, everywhere: 0, lastAt: null }

test('five wrong tries are free, the next ones wait longer and longer, a quarter of an hour at most', () => {
  const waits = [4, 5, 6, 7, 8, 9, 10, 50].map(account => secondsToWait({ ...none, account, lastAt }, lastAt))
  expect(waits).toEqual([0, 30, 60, 120, 240, 480, 900, 900])
})

test('waiting ends', () => {
  const tries = { ...none, account: 6, lastAt }
  expect(secondsToWait(tries, later(lastAt, 59))).toBe(1)
  expect(secondsToWait(tries, later(lastAt, 60))).toBe(0)
})

test('SR-03 a source or a moment full of wrong tries lets accounts without one of their own pass', () => {
  expect(secondsToWait({ account: 0, source: 9000, everywhere: 9000, lastAt: null }, lastAt)).toBe(0)
})

test('SR-03 there, an account gets one try and then waits', () => {
  expect(secondsToWait({ account: 1, source: 100, everywhere: 100, lastAt }, lastAt)).toBe(WINDOW)
  expect(secondsToWait({ account: 1, source: 3, everywhere: 1000, lastAt }, lastAt)).toBe(WINDOW)
  expect(secondsToWait({ account: 1, source: 99, everywhere: 999, lastAt }, lastAt)).toBe(0)
})

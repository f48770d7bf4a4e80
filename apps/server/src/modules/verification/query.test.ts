import { expect, test } from 'vitest'
import { afterSilence, isSettled, MOST_ATTEMPTS, queryStatuses, secondsBefore, summaryOf } from './query.ts'

test('a silent department is asked again, later each time, and then set aside', () => {
  expect([1, 2, 3].map(afterSilence)).toEqual(['pending', 'pending', 'failed'])
  expect([2, 3].map(secondsBefore)).toEqual([30, 120])
  expect(afterSilence(MOST_ATTEMPTS)).toBe('failed')
})

test('every status is counted for itself', () => {
  const summary = summaryOf(queryStatuses.map(status => ({ status })))
  expect(summary).toEqual({ answered: 1, nothingFound: 1, failed: 1, pending: 1, noConsent: 1, mismatch: 1 })
})

test('a round is settled when nothing is pending, failed or not', () => {
  expect(isSettled([{ status: 'failed' }, { status: 'answered' }])).toBe(true)
  expect(isSettled([{ status: 'failed' }, { status: 'pending' }])).toBe(false)
})

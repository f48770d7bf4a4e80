import { calendarDate } from '@doudi/kernel'
import { expect, test } from 'vitest'
import { consentState, mayAsk } from './consent.ts'
import { currentConsentText, validTo } from './consent-text.ts'

const consent = { person_id: 'p1', sources: ['deposits'], valid_to: '2027-03-02', withdrawn_at: null }
const on = calendarDate

test('an authorisation holds until the day it names, and not a day longer', () => {
  expect(consentState(consent, on('2027-03-02'))).toBe('valid')
  expect(consentState(consent, on('2027-03-03'))).toBe('expired')
})

test('a withdrawn authorisation holds no more', () => {
  expect(consentState({ ...consent, withdrawn_at: '2026-03-02T01:00:00.000Z' }, on('2026-03-02'))).toBe('withdrawn')
})

test('it covers its person and its sources only', () => {
  expect(mayAsk([consent], 'p1', 'deposits', on('2026-03-02'))).toBe(true)
  expect(mayAsk([consent], 'p2', 'deposits', on('2026-03-02'))).toBe(false)
  expect(mayAsk([consent], 'p1', 'vehicles', on('2026-03-02'))).toBe(false)
})

test('the text names the year it holds', () => {
  const text = currentConsentText()
  expect(text.text).toContain('一年内有效')
  expect(validTo(text, on('2026-03-02'))).toBe('2027-03-02')
})

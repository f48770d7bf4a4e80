import { expect, test } from 'vitest'
import type { CaseDetail } from '../../views.ts'
import { isOffered, nextAct, waitsFor } from './acts.ts'

type State = CaseDetail['state']
const nothingDone = { verification: null, visits: [], assessments: [], evidenceVersion: 1 } as unknown as State
const round = (completedOn: string | null) =>
  ({ round: 1, completedOn }) as unknown as NonNullable<State['verification']>
const visit = (madeOn: string | null) => ({ madeOn }) as unknown as State['visits'][number]

test('the next act of a new case is to accept it', () => {
  expect(nextAct({ can: { accept: null, 'request-correction': null }, state: nothingDone })).toBe('accept')
})

test('departments are asked before somebody is sent, and computing waits for both', () => {
  const can = { verification: null, visits: null, assess: null, propose: 'casework.visit-missing' }
  expect(nextAct({ can, state: nothingDone })).toBe('verification')
  expect(nextAct({ can, state: { ...nothingDone, verification: round(null) } })).toBe('visits')
  const known = { ...nothingDone, verification: round('2026-03-02'), visits: [visit('2026-03-02')] }
  expect(nextAct({ can, state: known })).toBe('assess')
})

test('an act that is refused is never the next one', () => {
  expect(nextAct({ can: { approve: 'casework.notice-not-over' }, state: nothingDone })).toBeUndefined()
})

test('acts of another role are not offered, acts that are not possible now are', () => {
  const can = { approve: 'casework.wrong-role', propose: 'casework.visit-missing' }
  expect(isOffered('approve', { can, status: 'investigating' })).toBe(false)
  expect(isOffered('propose', { can, status: 'investigating' })).toBe(true)
})

test('asking for papers and having them take each other’s place', () => {
  const can = { 'request-correction': 'casework.wrong-status', 'complete-correction': null }
  expect(isOffered('request-correction', { can, status: 'correcting' })).toBe(false)
  expect(isOffered('complete-correction', { can, status: 'correcting' })).toBe(true)
})

test('a case that waits says for what', () => {
  expect(waitsFor({ status: 'publicising', state: nothingDone })).toBe('publicising')
  expect(waitsFor({ status: 'investigating', state: { ...nothingDone, verification: round(null) } })).toBe(
    'verification',
  )
  expect(waitsFor({ status: 'approved', state: nothingDone })).toBe('nobody')
})

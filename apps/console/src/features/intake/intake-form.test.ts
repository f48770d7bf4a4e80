import type { CalendarDate } from '@doudi/kernel'
import { expect, test } from 'vitest'
import {
  amountsWritten,
  applicationOf,
  emptyDraft,
  emptyMember,
  type IntakeDraft,
  isMinor,
  monthlyIncome,
} from './intake-form.ts'

const today = '2026-03-02' as CalendarDate
const [self = emptyMember('self', 'self')] = emptyDraft().members
const child = {
  ...emptyMember('c', 'child'),
  name: '小明',
  documentKind: 'birth-certificate' as const,
  bornOn: '2015-05-01',
}

function draft(change: Partial<IntakeDraft> = {}): IntakeDraft {
  return { ...emptyDraft(), deposits: '0', members: [{ ...self, name: '张桂英' }], ...change }
}

test('savings that nobody wrote down are not zero', () => {
  expect(amountsWritten(draft({ deposits: '' }))).toBe(false)
  expect(amountsWritten(draft({ deposits: '0' }))).toBe(true)
})

test('not sure is an answer and goes out as null', () => {
  const unsure = draft({ deposits: null })
  expect(amountsWritten(unsure)).toBe(true)
  expect(applicationOf(unsure, today).application.property.depositsFen).toBeNull()
})

test('income is added up by the month, and says when something is unsure', () => {
  const incomes = [
    { kind: 'farming', amount: '2400', unsure: false, per: 'year' },
    { kind: 'wage', amount: '600', unsure: false, per: 'month' },
    { kind: 'other', amount: '', unsure: true, per: 'month' },
  ] as const
  expect(monthlyIncome(draft({ members: [{ ...self, incomes }] }))).toEqual({ fen: 80_000, unsure: true })
})

test('a child signs nothing', () => {
  expect(isMinor(child, today)).toBe(true)
  const { consents } = applicationOf(draft({ members: [{ ...self, name: '张桂英' }, child] }), today).application
  expect(consents).toEqual([{ memberIndex: 0, method: 'window', signedName: '张桂英' }])
})

test('a birth certificate brings the day of birth instead of a number', () => {
  const { members } = applicationOf(draft({ members: [{ ...self, name: '张桂英' }, child] }), today).application
  expect(members[1]).toMatchObject({ documentKind: 'birth-certificate', bornOn: '2015-05-01' })
  expect(members[1]).not.toHaveProperty('identityNumber')
})

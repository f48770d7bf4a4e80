import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { brokenRules, passwordPolicies } from './password-policy.ts'

const owner = { login: 'jn-zhoumin', name: '周敏' }

test.each([['Harvest-Lantern-58'], ['四季平安-Bridge-77'], ['correct horse Battery 9'], ['Doudi-Demo-2026!']])(
  'SR-02 takes %s',
  password => {
    expect(brokenRules(password, owner)).toEqual([])
  },
)

test.each([
  ['Ab1!', 'too-short'],
  ['Harvest-Ln5', 'too-short'],
  ['harvestlanternfield', 'too-plain'],
  ['harvestlantern58', 'too-plain'],
  ['zhoumin-Lantern-58', 'contains-name'],
  ['Lantern-ZHOUMIN-58', 'contains-name'],
  ['周敏Lantern-58aB', 'contains-name'],
  ['aA1!aA1!aA1!', 'too-repetitive'],
  [`A1!${'x'.repeat(130)}bcdef`, 'too-long'],
] as const)('SR-02 refuses %s as %s', (password, rule) => {
  expect(brokenRules(password, owner)).toContain(rule)
})

test('SR-02 refuses every common password, also with capitals and with digits and signs around it', () => {
  const dressed = [...commonPasswords].flatMap(word => [word, word.toUpperCase(), `${word}2026!`, `${word}@123`])
  expect(dressed.length).toBeGreaterThan(200)
  const taken = dressed.filter(password => brokenRules(password, owner).length === 0)
  expect(taken).toEqual([])
})

test('the profile without composition rules still refuses what is short or common', () => {
  expect(brokenRules('harvestlanternfield', owner, passwordPolicies.asvs)).toEqual([])
  expect(brokenRules('password', owner, passwordPolicies.asvs)).toContain('too-common')
})

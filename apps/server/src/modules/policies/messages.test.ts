import { policyProblems } from '@doudi/policy'
import { expect, test } from 'vitest'
import { policies } from './index.ts'
import { messagesEn } from './messages.en.ts'
import { messagesZh } from './messages.zh-CN.ts'

test('every refusal of the module has its words in both languages', () => {
  const codes = Object.keys(policies.problems).filter(code => !Object.hasOwn(policyProblems, code))
  expect(Object.keys(messagesZh).sort()).toEqual(codes.sort())
  expect(Object.keys(messagesEn).sort()).toEqual(codes.sort())
})

import { expect, test } from 'vitest'
import { policies } from './index.ts'
import { messagesEn } from './messages.en.ts'
import { messagesZh } from './messages.zh-CN.ts'

test('every refusal of the module and of the policy language has its words in both languages', () => {
  const codes = Object.keys(policies.problems).sort()
  expect(Object.keys(messagesZh).sort()).toEqual(codes)
  expect(Object.keys(messagesEn).sort()).toEqual(codes)
})

import { expect, test } from 'vitest'
import { messagesEn } from './messages.en.ts'
import { messagesZh } from './messages.zh-CN.ts'
import { problems } from './problems.ts'

test('every refusal of the module has its words in both languages', () => {
  const codes = Object.keys(problems.catalogue).sort()
  expect(Object.keys(messagesZh).sort()).toEqual(codes)
  expect(Object.keys(messagesEn).sort()).toEqual(codes)
})

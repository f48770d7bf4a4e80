import { expect, test } from 'vitest'
import { messagesEn } from './messages.en.ts'
import { messagesZh } from './messages.zh-CN.ts'

test('both languages have words for every refusal', () => {
  expect(Object.keys(messagesEn)).toEqual(Object.keys(messagesZh))
})

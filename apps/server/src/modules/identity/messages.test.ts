import { expect, test } from 'vitest'
import { messagesEn, passwordRulesEn, textsEn } from './messages.en.ts'
import { messagesZh, passwordRulesZh, textsZh } from './messages.zh-CN.ts'

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

test.each([
  [messagesZh, messagesEn],
  [passwordRulesZh, passwordRulesEn],
  [textsZh, textsEn],
])('both languages say the same with the same places', (zh, en) => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  for (const [key, text] of Object.entries(zh))
    expect([key, places((en as Record<string, string>)[key] ?? '')]).toEqual([key, places(text)])
})

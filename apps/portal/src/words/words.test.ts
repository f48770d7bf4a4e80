import { expect, test } from 'vitest'
import { catalogues } from './index.ts'

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const entries = Object.entries(catalogues.zh) as [keyof typeof catalogues.zh, string][]

test('every text is there in both languages, with the same places to fill', () => {
  expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.zh).sort())
  for (const [key, zh] of entries) {
    const en = catalogues.en[key]
    expect(en.trim(), key).not.toBe('')
    expect(places(en), key).toEqual(places(zh))
    expect(en, key).not.toMatch(/\p{Script=Han}/u)
  }
})

test('sentences are short and speak to 您, without office words', () => {
  for (const [key, zh] of entries) {
    expect(zh, key).not.toMatch(/用户|您您|系统异常|非法|校验位|补正|共同生活家庭成员|不予受理/)
    // The authorisation is a legal text and longer by nature.
    if (key === 'consent.text') continue
    for (const sentence of zh.split(/[。！？；：，]/))
      expect(sentence.length, `${key}: ${sentence}`).toBeLessThanOrEqual(24)
  }
})

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

test('nothing counts, ranks or follows the person who uses it', () => {
  const never =
    /打卡|签到|轨迹|排名|排行|积分|在线时长|时长|定位|check-?in|ranking|points|leaderboard|duration|location/i
  for (const [key, zh] of entries) expect(`${zh} ${catalogues.en[key]}`, key).not.toMatch(never)
})

test('sentences are short and speak to 您, without office words', () => {
  for (const [key, zh] of entries) {
    expect(zh, key).not.toMatch(/用户|系统异常|非法|提交失败|你/)
    for (const sentence of zh.replace(/\{\w+\}/g, '').split(/[。！？；：，]/))
      expect(sentence.length, `${key}: ${sentence}`).toBeLessThanOrEqual(24)
  }
})

import { describe, expect, test } from 'vitest'
import { pinyinFull, pinyinInitials, searchKey } from './search-keys.ts'

describe('a person is found', () => {
  test.each([
    ['歐陽鋒', '欧阳锋'],
    ['买买提\u2022艾力', '买买提艾力'],
    ['\uf900明', '\u8c48明'],
    ['葛\u{e0100}明', '葛明'],
    ['李\u200b四', '李四'],
    ['Ｊｏｈｎ', 'john'],
  ])('as %j when %j was typed', (stored, typed) => {
    expect(searchKey(stored)).toBe(searchKey(typed))
  })

  test('by the beginning of the name', () => {
    for (const name of ['歐陽鋒', '李乾坤', '瀋陽明', '王后軒']) {
      for (let end = 1; end <= 3; end++) expect(searchKey(name).startsWith(searchKey(name.slice(0, end)))).toBe(true)
    }
  })

  test.each([
    ['欧阳锋', 'ouyangfeng', 'oyf'],
    ['歐陽鋒', 'ouyangfeng', 'oyf'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['單雄信', 'shanxiongxin', 'sxx'],
    ['仇英', 'qiuying', 'qy'],
    ['解缙', 'xiejin', 'xj'],
    ['曾国藩', 'zengguofan', 'zgf'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['万俟卨', 'moqixie', 'mqx'],
    ['吕布', 'lvbu', 'lb'],
    ['李乾坤', 'liqiankun', 'lqk'],
    ['刘著', 'liuzhu', 'lz'],
    ['买买提\u00b7艾力', 'maimaitiaili', 'mmtal'],
    ['\u{2cc5f}', 'wei', 'w'],
  ])('%s by %s or %s', (name, full, initials) => {
    expect(pinyinFull(name)).toBe(full)
    expect(pinyinInitials(name)).toBe(initials)
  })

  test('a search of ten thousand letters is done in no time and is only text', () => {
    expect(searchKey(`${'a'.repeat(10_000)}!`)).toBe('a'.repeat(10_000))
    expect(searchKey("%_\\'")).toBe('')
  })
})

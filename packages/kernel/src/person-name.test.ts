import { describe, expect, test } from 'vitest'
import { maskName, nameKey, normalisePersonName, parsePersonName } from './person-name.ts'
import { attempt } from './refuse.ts'

const outcome = (text: unknown) => {
  const read = attempt(() => parsePersonName(text))
  return read.ok ? read.value : read.issue.code
}

describe('a name somebody typed', () => {
  test.each([
    ['H01 Extension E', '欧阳\u{2cc5f}'],
    ['H02 Extension B', '\u{20bb7}田\u{2a6a5}'],
    ['H03 Extension A and 〇', '\u3402\u4dae\u9fcd\u3007'],
    ['H05 middle dot', '买买提\u00b7艾力'],
    ['H12 compatibility ideograph', '\uf900明'],
    ['H13 ideographic variation', '葛\u{e0100}明'],
    ['H16 quotes are letters like others', "张三' OR '1'='1"],
    ['Latin letters', 'John Smith'],
    ['H06 fifty characters', '张'.repeat(50)],
    ['fifty rare characters', '\u{2cc5f}'.repeat(50)],
  ])('%s is kept as it is', (_, text) => {
    expect(normalisePersonName(text)).toEqual({ name: text, changes: [] })
  })

  test.each([
    ['H05 bullet', '买买提\u2022艾力', '买买提\u00b7艾力', 'dot'],
    ['H05 katakana dot', '买买提\u30fb艾力', '买买提\u00b7艾力', 'dot'],
    ['H05 full-width stop', '买买提\uff0e艾力', '买买提\u00b7艾力', 'dot'],
    ['H05 ASCII dot', '买买提.艾力', '买买提\u00b7艾力', 'dot'],
    ['dot with spaces', '买买提 \u00b7 艾力', '买买提\u00b7艾力', 'dot'],
    ['H08 zero-width space', '李\u200b四', '李四', 'invisible'],
    ['H08 zero-width joiner', '李\u200d四', '李四', 'invisible'],
    ['H08 byte-order mark', '李\ufeff四', '李四', 'invisible'],
    ['H08 soft hyphen', '李\u00ad四', '李四', 'invisible'],
    ['H08 variation selector', '李\ufe0f四', '李四', 'invisible'],
    ['space to fill a column', '李\u3000四', '李四', 'space'],
    ['several spaces', '李 \u3000 四 明', '李四明', 'space'],
    ['spaces around', ' 李四\t', '李四', 'space'],
  ])('%s is put right and said', (_, text, name, change) => {
    expect(normalisePersonName(text)).toEqual({ name, changes: [change] })
  })

  test('is composed without a word, because nobody can see the difference', () => {
    expect(normalisePersonName('Jose\u0301')).toEqual({ name: 'Jos\u00e9', changes: [] })
  })

  test('in several parts gets all its dots', () => {
    expect(parsePersonName('阿.不.都')).toBe('阿\u00b7不\u00b7都')
  })

  test.each([
    ['H06 51 characters', '张'.repeat(51), 'name.too-long'],
    ['H07 override', '张\u202e三', 'name.direction-character'],
    ['H07 isolate', '张\u2066三\u2069', 'name.direction-character'],
    ['H09 NUL', '张\u0000三', 'name.control-character'],
    ['H10 lone surrogate', '张\ud842', 'name.broken-character'],
    ['replacement character', '张\ufffd', 'name.broken-character'],
    ['tag characters', '张\u{e0041}', 'name.broken-character'],
    ['H11 private use', '张\ue000', 'name.private-use'],
    ['H14 500 marks', `a${'\u0301'.repeat(500)}`, 'name.too-long'],
    ['H14 30 marks', `a${'\u0301'.repeat(30)}`, 'name.marks'],
    ['H14 family emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 'name.picture'],
    ['H15 null', 'null', 'name.placeholder'],
    ['H15 undefined', 'undefined', 'name.placeholder'],
    ['H15 NaN', 'NaN', 'name.placeholder'],
    ['H15 true', 'true', 'name.placeholder'],
    ['H15 object', '[object Object]', 'name.placeholder'],
    ['H15 one space', ' ', 'name.empty'],
    ['H15 ideographic space', '\u3000', 'name.empty'],
    ['nothing', '', 'name.empty'],
    ['Hangul filler', '\u3164', 'name.empty'],
    ['only signs', '——', 'name.empty'],
    ['only digits', '45000', 'name.empty'],
    ['H19 two log lines', '张三\r\n2026-01-01 INFO approved', 'name.control-character'],
    ['ANSI escape', '张\u001b[31m三', 'name.control-character'],
    ['no text', null, 'name.empty'],
    ['a number', 42, 'name.empty'],
  ])('%s is refused', (_, text, code) => {
    expect(outcome(text)).toBe(code)
  })

  test('a private-use character is named, so that somebody can map it', () => {
    const read = attempt(() => parsePersonName('张\ue000'))
    expect(read.ok ? null : read.issue.details).toEqual({ codePoint: 'U+E000' })
  })
})

describe('two writings of one name', () => {
  test.each([
    ['李\u200b四', '李四'],
    ['葛\u{e0100}明', '葛明'],
    ['\uf900明', '\u8c48明'],
    ['买买提\u2022艾力', '买买提 艾力'],
    ['ＪＯＨＮ', 'john'],
  ])('%j and %j share a key', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  test('different names do not', () => {
    expect(nameKey('张三')).not.toBe(nameKey('张叁'))
  })
})

describe('a name on a public sheet', () => {
  test.each([
    ['张三', '张*'],
    ['张小明', '张**'],
    ['欧阳锋', '欧阳*'],
    ['歐陽鋒', '歐陽*'],
    ['司马相如', '司马**'],
    ['欧阳', '欧*'],
    ['买买提\u00b7艾力', '买买提\u00b7**'],
    ['阿不都\u00b7热合曼\u00b7买买提', '阿不都\u00b7**'],
    ['John Smith', 'John **'],
    ['\u{20bb7}田', '\u{20bb7}*'],
    ['葛\u{e0100}明', '葛\u{e0100}*'],
    ['张', '*'],
    ['', '*'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })
})

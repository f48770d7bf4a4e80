/**
 * Keys under which people are found: traditional and simplified writing, pinyin and initials. For servers only, it
 * carries dictionaries; the phone sends what was typed. Keys are for finding candidates, never for saying that two
 * people are one.
 */
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { nameKey } from './person-name.ts'

const convert = Converter({ from: 't', to: 'cn' })

/** 乾 and 著 in a name are qián and zhù and written so in 简体 too; the dictionary would make them 干 and 着. */
const sameInBoth = new Set('乾著')

/** Character by character, so that the key of a beginning is the beginning of the key. */
function simplified(text: string): string {
  return Array.from(text, character => (sameInBoth.has(character) ? character : convert(character))).join('')
}

/** The folded form two writings of a name share: 歐陽鋒 and 欧阳锋, 买买提·艾力 and 买买提.艾力. */
export function searchKey(text: string): string {
  return simplified(nameKey(text))
}

/** One syllable per ideograph, one word per run of letters, as typed on a keyboard (ü is v), the surname read as one. */
function syllables(name: string): string[] {
  return pinyin(searchKey(name), { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
    .map(syllable => syllable.toLowerCase())
    .filter(syllable => /^[a-z0-9]+$/.test(syllable))
}

/** 欧阳锋 → `ouyangfeng`, 单雄信 → `shanxiongxin`. */
export function pinyinFull(name: string): string {
  return syllables(name).join('')
}

/** 欧阳锋 → `oyf`. */
export function pinyinInitials(name: string): string {
  return syllables(name)
    .map(syllable => syllable[0])
    .join('')
}

/**
 * Names of people. A name is kept as the person writes it, rare characters and all; what looks the same is made the
 * same, what could deceive the eye or break a consumer is refused. Search and comparison use `nameKey`, never the name.
 */
import { refuse } from './refuse.ts'

export type PersonName = string & { readonly __kind: 'person-name' }

/** What was changed on the way in, so that the form can show the name again and ask. */
export type NameChange = 'dot' | 'invisible' | 'space'

/** In characters (code points), the width of the name field in partner systems. */
export const longestName = 50

// Written by code point: these characters cannot be seen or tell left from right.
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const loneSurrogate = /[\ud800-\udfff]/u
const privateUse = /\p{Co}/u
const control = /[\p{Cc}\u2028\u2029]/u
const damaged = /[\ufffd\ufdd0-\ufdef\u{e0001}-\u{e007f}]|[\ufffe\uffff]/u
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const markRun = /\p{M}{5,}/u
const invisible =
  /\u00ad|\u034f|\u115f|\u1160|\u180e|[\u200b-\u200d]|[\u2060-\u2064]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0/gu
const compatibilityIdeographs = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu
/** Words a program writes where a name was missing. */
const placeholders = new Set(['null', 'undefined', 'nan', 'true', 'false', '[object object]', 'none', 'n/a'])

function refuseUnsafe(text: string): void {
  if (loneSurrogate.test(text)) throw refuse('name.broken-character')
  if (control.test(text.trim())) throw refuse('name.control-character')
  if (bidi.test(text)) throw refuse('name.direction-character')
  if (damaged.test(text)) throw refuse('name.broken-character')
  const mapped = privateUse.exec(text)
  if (mapped) throw refuse('name.private-use', { codePoint: codePointName(mapped[0]) })
  if (picture.test(text)) throw refuse('name.picture')
}

function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** NFC everywhere but in compatibility ideographs, which NFC would turn into another shape of the character. */
function composed(text: string): string {
  let out = ''
  let end = 0
  for (const kept of text.matchAll(compatibilityIdeographs)) {
    out += text.slice(end, kept.index).normalize('NFC') + kept[0]
    end = kept.index + kept[0].length
  }
  return out + text.slice(end).normalize('NFC')
}

/**
 * Dots between the parts of a name become U+00B7; the ASCII and the full-width stop only between ideographs.
 * (No look-behind in this file: phones before iOS 16.4 cannot read it.)
 */
function withMiddleDots(text: string): string {
  return text
    .replace(/(\p{L}) *[\u00b7\u2022\u2027\u2219\u22c5\u0387\u16eb\u30fb\uff65\u2e31] *(?=\p{L})/gu, '$1\u00b7')
    .replace(/(\p{Script=Han}) *[.\uff0e\u3002] *(?=\p{Script=Han})/gu, '$1\u00b7')
}

/** 李　四 is typed to fill a column: spaces between ideographs go, others shrink to one. */
function withoutPadding(text: string): string {
  return text
    .replace(/\p{Z}+/gu, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim()
}

/** The name and what had to be changed; throws when it cannot be a name. */
export function normalisePersonName(text: unknown): { name: PersonName; changes: readonly NameChange[] } {
  if (typeof text !== 'string') throw refuse('name.empty')
  if (text.length > 8 * longestName) throw refuse('name.too-long', { characters: longestName })
  refuseUnsafe(text)
  const changes: NameChange[] = []
  const step = (change: NameChange, before: string, after: string) => {
    if (before !== after) changes.push(change)
    return after
  }
  const visible = step('invisible', text, text.replace(invisible, ''))
  const whole = composed(visible)
  const tight = step('space', whole, withoutPadding(whole))
  const name = step('dot', tight, withMiddleDots(tight))
  if (!/[\p{L}\p{Nl}\p{Cn}]/u.test(name)) throw refuse('name.empty')
  if (placeholders.has(name.toLowerCase())) throw refuse('name.placeholder')
  if (markRun.test(name)) throw refuse('name.marks')
  if (Array.from(name).length > longestName) throw refuse('name.too-long', { characters: longestName })
  return { name: name as PersonName, changes }
}

export function parsePersonName(text: unknown): PersonName {
  return normalisePersonName(text).name
}

/**
 * What two writings of one name share: compatibility forms, variation selectors, dots, spaces and case folded. Light
 * enough for a phone; `search-keys.ts` folds 繁体 to 简体 on top.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}]/gu, '')
    .toLowerCase()
}

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 达奚 贺兰 完颜 纳兰 ' +
    '歐陽 東方 獨孤 南宮 萬俟 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 長孫 鮮于 閭丘 顓孫 壤駟 樂正 穀梁 東郭 南門 軒轅'
  ).split(' '),
)

/** Code points of the surname: 2 for a compound one when a given name follows. */
function surnameLength(characters: readonly string[]): number {
  return characters.length > 2 && compoundSurnames.has(characters[0]! + characters[1]!) ? 2 : 1
}

/**
 * The name for public sheets: surname kept, one `*` for each character of the given name (张*, 张**, 欧阳*); of a name
 * in parts (·) the first part is kept. A single character is masked whole. D57 art. 24 leaves the form to the area.
 */
export function maskName(name: string): string {
  const parts = /^([^\u00b7 ]+)([\u00b7 ])\S/u.exec(name)
  if (parts) return `${parts[1]}${parts[2]}**`
  const characters = name.match(/\P{M}\p{M}*/gu) ?? []
  if (characters.length < 2) return '*'
  const kept = surnameLength(characters.map(character => nameKey(character)))
  return characters.slice(0, kept).join('') + '*'.repeat(characters.length - kept)
}

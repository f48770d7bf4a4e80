/**
 * Pinyin initials for finding a household: 彭永贵 → `pyg`. The phone's own collation knows the order of the sounds, so
 * no dictionary is carried along. Where the browser does not sort by pinyin there are no initials, and names still work.
 */
const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in the order of sounds. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const sortsByPinyin = collator.resolvedOptions().locale.startsWith('zh')

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return /[a-z0-9]/i.test(character) ? character.toLowerCase() : ''
  let at = -1
  for (const first of firsts) {
    if (collator.compare(first, character) > 0) break
    at++
  }
  return letters[at] ?? ''
}

export function initialsOf(name: string): string {
  return sortsByPinyin ? Array.from(name, initialOf).join('') : ''
}

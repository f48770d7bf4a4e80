/**
 * Looks at a formula letter by letter before it is parsed. The parser accepts `收入＋支出` as one long name and
 * full-width digits as letters; here each such sign is found, pointed at, and the intended one offered.
 */
import { type Fault, fault } from './fault.ts'

/** Signs that people type with a Chinese keyboard or copy from a document, and what a formula needs instead. */
const intended: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≦': '<=',
  '≧': '>=',
  '。': '.',
  '、': ',',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '「': '"',
  '」': '"',
  '【': '[',
  '】': ']',
  "'": '"',
  '`': '"',
  '\u3000': ' ',
  '\u00a0': ' ',
}

/** Two-letter operators of other languages. */
const foreignOperators: readonly (readonly [string, string])[] = [
  ['==', '='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['=>', '>='],
  ['=<', '<='],
]

/** Format signs (joiners, direction marks, byte-order mark), variation selectors and fillers that print nothing. */
const invisible = /\p{Cf}|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\p{Variation_Selector}/u
const control = /\p{Cc}/u
const letter = /[\p{L}_]/u
const digit = /[0-9]/

/** The first sign that does not belong into a formula, or null. */
export function scan(source: string): Fault | null {
  let inText = -1
  let at = 0
  while (at < source.length) {
    const sign = String.fromCodePoint(source.codePointAt(at)!)
    const span = { from: at, to: at + sign.length }
    if (invisible.test(sign) || (control.test(sign) && !'\t\r\n'.includes(sign)))
      return fault('syntax.invisible-character', span, { code: codeOf(sign) })
    if (inText >= 0) {
      if (sign === '\\') at += 1
      else if (sign === '"') inText = -1
    } else if (sign === '"') inText = at
    else if (source.startsWith('//', at)) at = endOfLine(source, at) - 1
    else {
      const found = wrongSign(source, at, sign)
      if (found) return found
    }
    at += sign.length
  }
  return inText >= 0 ? fault('syntax.text-not-closed', { from: inText, to: source.length }) : null
}

function wrongSign(source: string, at: number, sign: string): Fault | null {
  const span = { from: at, to: at + sign.length }
  const better = intended[sign] ?? (sign.normalize('NFKC') !== sign ? sign.normalize('NFKC') : undefined)
  if (better !== undefined) return fault('syntax.wrong-sign', span, { sign, better })
  if (sign === '%') return fault('syntax.percent', span)
  if (source.startsWith('**', at)) return fault('syntax.power', { from: at, to: at + 2 })
  for (const [foreign, ours] of foreignOperators)
    if (source.startsWith(foreign, at))
      return fault('syntax.wrong-sign', { from: at, to: at + 2 }, { sign: foreign, better: ours })
  return nameAfterDigits(source, at)
}

/** `60岁以上人数` and `1档`: a number that runs straight into a name. */
function nameAfterDigits(source: string, at: number): Fault | null {
  if (!digit.test(source[at]!) || (at > 0 && /[\p{L}\p{N}_.]/u.test(source[at - 1]!))) return null
  const digits = /^[0-9]+(?:\.[0-9]+)?/.exec(source.slice(at))![0]
  const rest = source.slice(at + digits.length)
  if (!letter.test(String.fromCodePoint(rest.codePointAt(0) ?? 32))) return null
  const name = digits + /^[\p{L}\p{N}_]+/u.exec(rest)![0]
  return fault('syntax.name-starts-with-digit', { from: at, to: at + name.length }, { name })
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

function codeOf(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

const nameShape = /^\p{L}[\p{L}\p{N}_]*$/u

/** Names are Han, letters, digits and `_`, begin with a letter, and are written in one way only. */
export function isName(text: string): boolean {
  return nameShape.test(text) && text.normalize('NFKC') === text && text.length <= 60
}

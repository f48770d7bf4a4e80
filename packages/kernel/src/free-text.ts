/**
 * Reasons, notes, remarks: text people write in their own words. It is kept as written and is data wherever it goes;
 * only what would deceive a reader or break a store is taken out (and said) or refused. Escaping belongs to each
 * surface that shows it.
 */
import { refuse } from './refuse.ts'

export type FreeText = string & { readonly __kind: 'free-text' }

/** What was taken out: `direction` right-to-left tricks, `control` terminal and other control characters. */
export type TextFlag = 'direction' | 'control'

export interface FreeTextRules {
  /** Longest text in characters (code points). */
  readonly max: number
  /** Refuse an empty text; off unless said. */
  readonly required?: boolean
  /** Keep line breaks; off makes one line. On unless said. */
  readonly lines?: boolean
}

const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/gu

function length(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

const trimmed = (line: string) => line.trim()

/** CRLF, CR and the Unicode separators become one line feed; without lines, one space. */
function withPlainBreaks(text: string, lines: boolean): string {
  const broken = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
  return lines ? broken : broken.split('\n').map(trimmed).filter(Boolean).join(' ')
}

/** The text to keep, trimmed, and what had to be taken out of it. */
export function cleanText(text: unknown, rules: FreeTextRules): { text: FreeText; flags: readonly TextFlag[] } {
  if (typeof text !== 'string') throw refuse('text.empty')
  if (text.length > 4 * rules.max + 1000) throw refuse('text.too-long', { characters: rules.max })
  if (text.includes('\u0000')) throw refuse('text.nul')
  if (/[\ud800-\udfff]/u.test(text)) throw refuse('text.broken-character')
  const flags: TextFlag[] = []
  const without = (kind: TextFlag, before: string, pattern: RegExp) => {
    const after = before.replace(pattern, '')
    if (after !== before) flags.push(kind)
    return after
  }
  const broken = withPlainBreaks(text, rules.lines !== false)
  const clean = without('control', without('direction', broken, direction), control).trim()
  if (rules.required && clean === '') throw refuse('text.empty')
  if (length(clean) > rules.max) throw refuse('text.too-long', { characters: rules.max })
  return { text: clean as FreeText, flags }
}

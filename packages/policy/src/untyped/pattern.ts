/** Patterns of XML Schema and XPath, as `matches`, `replace` and `split` take them, as JavaScript's own. */

/** Letters after the pattern: `s` a dot is any sign, `m` lines, `i` either case, `x` spaces in the pattern mean nothing. */
const flagLetters = /^[smix]*$/

export class Pattern {
  readonly #source: string
  readonly #flags: string

  private constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  /** Null for a pattern or flags that the standard does not allow. */
  static read(pattern: string, flags: string): Pattern | null {
    if (!flagLetters.test(flags)) return null
    const source = translate(flags.includes('x') ? withoutSpaces(pattern) : pattern, flags.includes('s'))
    if (source === null) return null
    const kept = `v${[...new Set(flags.replace(/[sx]/g, ''))].join('')}`
    try {
      return new RegExp(source, kept) && new Pattern(source, kept)
    } catch {
      return null
    }
  }

  expression(): RegExp {
    return new RegExp(this.#source, `g${this.#flags}`)
  }

  test(text: string): boolean {
    return this.expression().test(text)
  }

  /** `$1` is a group, `$0` all of it, `\$` a dollar; anything else after either sign is not allowed. */
  replace(text: string, replacement: string): string | null {
    if (/(?:^|[^\\])(?:\\\\)*\$(?!\d)/.test(replacement) || /\\(?![\\$])/.test(replacement.replace(/\\[\\$]/g, '')))
      return null
    return text.replace(this.expression(), (...found) => {
      const groups = found.slice(
        0,
        found.findIndex(part => typeof part === 'number'),
      ) as (string | undefined)[]
      return replacement.replace(/\\([\\$])|\$(\d+)/g, (_, sign?: string, group?: string) =>
        sign === undefined ? groupText(groups, group!) : sign,
      )
    })
  }

  split(text: string): string[] {
    const parts: string[] = []
    let from = 0
    for (const { 0: found, index } of text.matchAll(this.expression())) {
      parts.push(text.slice(from, index))
      from = index + found.length
    }
    return [...parts, text.slice(from)]
  }
}

/** `$12` is group 12 if there is one, else group 1 and a 2. */
function groupText(groups: readonly (string | undefined)[], digits: string): string {
  for (let length = digits.length; length > 0; length--) {
    const group = Number(digits.slice(0, length))
    if (group < groups.length) return `${groups[group] ?? ''}${digits.slice(length)}`
  }
  return digits.slice(1)
}

/** Spaces inside a class keep their meaning. */
function withoutSpaces(pattern: string): string {
  let [inClass, kept] = [0, '']
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!
    if (inClass === 0 && /[ \t\r\n]/.test(sign)) continue
    if (sign === '[') inClass += 1
    if (sign === ']') inClass -= 1
    if (sign === '\\' && !/\s/.test(pattern[i + 1] ?? ' ')) kept += sign + pattern[++i]
    else kept += sign
  }
  return kept
}

const blocks: Readonly<Record<string, string>> = {
  IsBasicLatin: '\\u{0}-\\u{7F}',
  'IsLatin-1Supplement': '\\u{80}-\\u{FF}',
  'IsLatinExtended-A': '\\u{100}-\\u{17F}',
  'IsLatinExtended-B': '\\u{180}-\\u{24F}',
  IsGreek: '\\u{370}-\\u{3FF}',
  IsCyrillic: '\\u{400}-\\u{4FF}',
  IsCJKUnifiedIdeographs: '\\u{4E00}-\\u{9FFF}',
  IsHiragana: '\\u{3040}-\\u{309F}',
  IsKatakana: '\\u{30A0}-\\u{30FF}',
}

/** JavaScript with the flag `v` wants these escaped inside a class. */
const strictInClass = new Set(['(', ')', '{', '}', '/', '|'])

/** `[a-z-[aeiou]]` takes one class away from another; JavaScript writes `[[a-z]--[aeiou]]`. */
function translate(pattern: string, dotIsAnything: boolean): string | null {
  const groups = openGroups(pattern)
  const classes: number[] = []
  let out = ''
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!
    if (sign === '\\') {
      const sequence = /^\\(?:[pP]\{[^}]*\}|\d|[\s\S])/.exec(pattern.slice(i))?.[0]
      const written = sequence && translateEscape(sequence, classes.length > 0, groups(i))
      if (!written) return null
      out += written
      i += sequence.length - 1
    } else if (sign === '[') {
      if (classes.length > 0) return null
      classes.push(out.length)
      out += pattern[i + 1] === '^' ? `[${pattern[++i]}` : '['
    } else if (sign === ']') {
      classes.pop()
      out += sign
    } else if (classes.length > 0 && pattern.startsWith('-[', i)) {
      out = `${out.slice(0, classes.at(-1))}[${out.slice(classes.at(-1))}]--[`
      classes.push(out.length - 1)
      i += 1
      if (pattern[i + 1] === '^') out += pattern[++i]
    } else if (classes.length > 0) {
      const written = translateInClass(pattern, i)
      if (written === null) return null
      out += written
    } else out += sign === '.' ? (dotIsAnything ? '[sS]' : '[^\\n\\r]') : sign
  }
  return classes.length === 0 ? out : null
}

/** In a class a hyphen is a range, or the first or last sign. */
function translateInClass(pattern: string, at: number): string | null {
  const sign = pattern[at]!
  if (sign !== '-') return strictInClass.has(sign) ? `\\${sign}` : sign
  const [before, after] = [pattern[at - 1]!, pattern[at + 1]]
  if (before === '[' || before === '^' || after === ']') return '\\-'
  const endOfRange = pattern[at - 2] === '-' && pattern[at - 3] !== '['
  return endOfRange ? null : '-'
}

/** How many groups have been closed before a place; only those may be referred back to. */
function openGroups(pattern: string): (at: number) => number {
  return at => {
    const before = pattern.slice(0, at).replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]/g, '')
    return Math.min(before.split(')').length - 1, before.match(/\((?!\?)/g)?.length ?? 0)
  }
}

function translateEscape(sequence: string, inClass: boolean, groups: number): string | null {
  const letter = sequence[1]!
  if (/\d/.test(letter)) return !inClass && letter !== '0' && Number(letter) <= groups ? sequence : null
  if (letter === 'p' || letter === 'P') return translateProperty(sequence, inClass)
  if (letter === 'i') return inClass ? '\\p{L}_:' : '[\\p{L}_:]'
  if (letter === 'c') return inClass ? '\\p{L}\\p{N}_:.\\-' : '[\\p{L}\\p{N}_:.\\-]'
  if (letter === 'd') return '\\p{Nd}'
  if (letter === 'w') return inClass ? '\\p{L}\\p{M}\\p{N}\\p{S}' : '[^\\p{P}\\p{Z}\\p{C}]'
  if (letter === 'W') return inClass ? '\\p{P}\\p{Z}\\p{C}' : '[\\p{P}\\p{Z}\\p{C}]'
  if (letter === 'D') return '\\P{Nd}'
  if (/[nrtsS]/.test(letter)) return sequence
  if (/[\\|.?*+(){}$^[\]-]/.test(letter)) return sequence
  return null
}

function translateProperty(sequence: string, inClass: boolean): string | null {
  const name = sequence.slice(3, -1)
  const block = blocks[name]
  if (block === undefined) return /^[A-Z][a-z]?$/.test(name) ? sequence : null
  const negated = sequence[1] === 'P'
  if (inClass) return negated ? null : block
  return `[${negated ? '^' : ''}${block}]`
}

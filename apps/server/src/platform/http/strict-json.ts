/**
 * JSON without ambiguity: duplicate keys, `__proto__`-like keys, more than 32 levels and lone surrogates are
 * refused with the place, because `JSON.parse` silently keeps the last key.
 */
import { invalid } from '@doudi/kernel'

const MAX_DEPTH = 32
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export function parseStrictJson(text: string): unknown {
  if (text.charCodeAt(0) === 0xfeff) throw refuse('json.byte-order-mark', '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuse('json.malformed', '', { message: (error as Error).message.slice(0, 200) })
  }
  scan(text)
  if (!isWellFormed(value)) throw refuse('json.lone-surrogate', '')
  return value
}

function refuse(code: string, pointer: string, details: Record<string, string> = {}) {
  return invalid([{ in: 'body', pointer, code, details }])
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (Array.isArray(value)) return value.every(isWellFormed)
  if (value && typeof value === 'object') return Object.values(value).every(isWellFormed)
  return true
}

/** Walks the (already valid) text once, keeping the keys of each open object. */
function scan(text: string): void {
  const open: { keys: Set<string> | null; key: string }[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g
  let last = ''
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const token = match[0]
    if (token === '{' || token === '[') {
      open.push({ keys: token === '{' ? new Set() : null, key: '' })
      if (open.length > MAX_DEPTH) throw refuse('json.too-deep', pointerOf(open))
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':') {
      const frame = open.at(-1)!
      const key = JSON.parse(last) as string
      frame.key = key
      if (FORBIDDEN.has(key)) throw refuse('json.forbidden-key', pointerOf(open))
      if (frame.keys?.has(key)) throw refuse('json.duplicate-key', pointerOf(open))
      frame.keys?.add(key)
    }
    last = token
  }
}

function pointerOf(open: readonly { key: string }[]): string {
  return open.map(frame => `/${frame.key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

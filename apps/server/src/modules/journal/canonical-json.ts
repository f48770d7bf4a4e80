/**
 * One text for one value (RFC 8785): keys in order of their UTF-16 units, no spaces, numbers as JavaScript writes
 * them. What is hashed must read the same after a trip through the database, so a value that would not survive it
 * is refused as a bug of the caller.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (isPlain(value)) return canonicalObject(value)
  throw new TypeError(`a ${typeof value} has no canonical JSON`)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Members that are `undefined` are left out, as JSON does. */
function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .filter(key => value[key] !== undefined)
    .sort()
    .map(key => `${canonicalText(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

/** The database holds neither U+0000 nor half a surrogate pair. */
function canonicalText(text: string): string {
  if (!text.isWellFormed() || text.includes('\0')) throw new TypeError('text that the database cannot hold')
  return JSON.stringify(text)
}

function canonicalNumber(number: number): string {
  if (!Number.isFinite(number)) throw new TypeError('a number that JSON cannot hold')
  return JSON.stringify(number)
}

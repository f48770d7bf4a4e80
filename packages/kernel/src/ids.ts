/**
 * Identifiers are UUID v7, made by whoever creates the thing (phone, browser or server) and doubling as the
 * retry key. Pure: the caller brings the time and the randomness.
 */
export type Id<Noun extends string> = string & { readonly __id: Noun }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** `epochMs` whole milliseconds since 1970, `random` at least 10 bytes. */
export function uuidV7<Noun extends string>(epochMs: number, random: Uint8Array): Id<Noun> {
  if (random.length < 10) throw new RangeError('uuidV7 needs 10 random bytes')
  const bytes = new Uint8Array(16)
  // No BigInt: phones make ids too, and the oldest of them cannot read its literals.
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(epochMs / 256 ** (5 - i)) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Noun>
}

export function isId(text: string): boolean {
  return pattern.test(text)
}

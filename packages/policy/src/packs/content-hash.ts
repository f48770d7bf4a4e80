/**
 * SHA-256 over text, so that a decision can name exactly the rules it was made with. Written out because this
 * package knows neither node:crypto nor the (asynchronous) browser one.
 */
const constants = primes(64).map(p => fractionalBits(Math.cbrt(p)))
const start = primes(8).map(p => fractionalBits(Math.sqrt(p)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every(p => n % p !== 0)) found.push(n)
  return found
}

function fractionalBits(x: number): number {
  return ((x - Math.floor(x)) * 0x1_0000_0000) | 0
}

export function contentHash(text: string): string {
  const state = [...start]
  const bytes = padded(new TextEncoder().encode(text))
  const words = new Int32Array(64)
  for (let block = 0; block < bytes.length; block += 64) {
    expand(words, new DataView(bytes.buffer, block, 64))
    compress(state, words)
  }
  return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  bytes.set(message)
  bytes[message.length] = 0x80
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n)
  return bytes
}

function rotate(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by))
}

function expand(words: Int32Array, block: DataView): void {
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(i * 4)
  for (let i = 16; i < 64; i++) {
    const [a, b] = [words[i - 15]!, words[i - 2]!]
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0
  }
}

function compress(state: number[], words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + value) | 0
}

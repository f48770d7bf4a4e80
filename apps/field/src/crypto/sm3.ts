/**
 * SM3 (GB/T 32905), the digest under which the server knows a photo. Computed over the exact bytes that will be sent,
 * at the moment they are made, so that nobody can change a picture on the way.
 */
const BLOCK = 64
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]

type Eight = [number, number, number, number, number, number, number, number]

const rotate = (x: number, n: number) => (x << (n & 31)) | (x >>> ((32 - n) & 31))
const p0 = (x: number) => x ^ rotate(x, 9) ^ rotate(x, 17)
const p1 = (x: number) => x ^ rotate(x, 15) ^ rotate(x, 23)

/** The message, a one bit, zeros, and the length in bits: whole blocks. */
function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(whole.length - 4, (bytes.length << 3) >>> 0)
  return view
}

function expand(view: DataView, at: number, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i)
  const word = (i: number) => w[i] as number
  for (let i = 16; i < 68; i++) {
    w[i] = p1(word(i - 16) ^ word(i - 9) ^ rotate(word(i - 3), 15)) ^ rotate(word(i - 13), 7) ^ word(i - 6)
  }
}

function compress(state: Int32Array, w: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = Array.from(state) as Eight
  for (let i = 0; i < 64; i++) {
    const constant = i < 16 ? 0x79cc4519 : 0x7a879d8a
    const first = rotate((rotate(a, 12) + e + rotate(constant, i)) | 0, 7)
    const second = first ^ rotate(a, 12)
    const ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const left = (ff + d + second + ((w[i] as number) ^ (w[i + 4] as number))) | 0
    const right = (gg + h + first + (w[i] as number)) | 0
    ;[d, c, b, a] = [c, rotate(b, 9), a, left]
    ;[h, g, f, e] = [g, rotate(f, 19), e, p0(right)]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) ^ value
}

/** 64 hexadecimal digits. */
export function sm3(bytes: Uint8Array): string {
  const view = padded(bytes)
  const state = Int32Array.from(START)
  const w = new Int32Array(68)
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    expand(view, at, w)
    compress(state, w)
  }
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

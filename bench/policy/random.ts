/** Numbers that look random and are the same for the same seed. */

export interface Draw {
  /** 1 with this probability, else 0. */
  chance(probability: number): 0 | 1
  /** A whole number between two, both included. */
  whole(least: number, most: number): number
  /** Fen between two amounts in yuan; half of them are multiples of ten yuan, as people say them. */
  money(leastYuan: number, mostYuan: number): number
  /** A position, each with its share. */
  among(shares: readonly number[]): number
}

export function drawsFrom(seed: number): Draw {
  const next = mulberry32(seed)
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    chance: probability => (next() < probability ? 1 : 0),
    whole,
    money: (least, most) => (next() < 0.5 ? whole(least / 10, most / 10) * 1000 : whole(least * 100, most * 100)),
    among(shares) {
      let left = next()
      const found = shares.findIndex(share => {
        left -= share
        return left < 0
      })
      return found === -1 ? shares.length - 1 : found
    },
  }
}

/** Thirty-two bits of state; good enough for households, and three lines. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Numbers that look random and depend only on seed, question and row: whichever columns a kernel wants, in whatever
 * order and batch, a household of the synthetic register always answers the same.
 */

/** A whole number of 32 bits. */
export function draw(stream: number, row: number): number {
  let mixed = Math.imul(row ^ stream, 0x9e3779b1) ^ stream
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The stream of numbers that belongs to a question. */
export function streamOf(seed: number, question: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of question) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return draw(hash, seed)
}

/** A whole number from 0 up to, not including, `below`. */
export function among(number: number, below: number): number {
  return Math.floor((number / 2 ** 32) * below)
}

/** Below this are so many of a thousand of all draws. */
export function share(of1000: number): number {
  return Math.floor((of1000 / 1000) * 2 ** 32)
}

/** Where the choice between weighted things ends, for each of them, among all draws. */
export function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map(weight => {
    sum += weight
    return (sum / total) * 2 ** 32
  })
}

/** Which of the weighted things a draw falls upon. */
export function placeIn(ends: readonly number[], number: number): number {
  let place = 0
  while (place < ends.length - 1 && number >= ends[place]!) place++
  return place
}

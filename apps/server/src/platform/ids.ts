/** New identifiers: UUID v7 from the real time and the machine's randomness, in the order in which this process makes them. */
import { randomBytes } from 'node:crypto'
import { type Id, uuidV7 } from '@doudi/kernel'

const PER_MILLISECOND = 4096
let lastMs = 0
let count = 0

export function newId<Noun extends string>(): Id<Noun> {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    count = 0
  } else if (++count === PER_MILLISECOND) {
    lastMs++
    count = 0
  }
  const random = randomBytes(10)
  // The twelve bits after the time count within the millisecond.
  random[0] = count >> 8
  random[1] = count & 0xff
  return uuidV7<Noun>(lastMs, random)
}

/** New identifiers: UUID v7 from the real time and the machine's randomness. */
import { randomBytes } from 'node:crypto'
import { type Id, uuidV7 } from '@doudi/kernel'

export function newId<Noun extends string>(): Id<Noun> {
  return uuidV7<Noun>(Date.now(), randomBytes(10))
}

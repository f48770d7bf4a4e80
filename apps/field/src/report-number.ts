/** A number to give to the person on the spot, made without a line: the day, and the end of the entry's own id. */
import { dayOf } from './clock.ts'

export function numberOf({ id, capturedAt }: { readonly id: string; readonly capturedAt: string }): string {
  return `KB${dayOf(capturedAt).slice(5).replace('-', '')}-${id.slice(-4).toUpperCase()}`
}

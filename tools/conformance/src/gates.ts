/** The shares that must pass. */
import type { Score } from './score.ts'

export interface Gate {
  readonly name: string
  readonly pass: number
  readonly of: number
  /** In thousandths. */
  readonly least: number
}

export function gatesOf({ inScope, classes: { C } }: Score): readonly Gate[] {
  return [
    { name: 'A + B', pass: inScope.pass, of: inScope.total, least: 990 },
    { name: 'A + B, not null', pass: inScope.nonNullPass, of: inScope.nonNull, least: 987 },
    { name: 'C', pass: C.pass, of: C.total, least: 950 },
  ]
}

export function isReached({ pass, of, least }: Gate): boolean {
  return pass * 1000 >= of * least
}

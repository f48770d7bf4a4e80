/** `now()` and `today()`, which the interpreter leaves to whoever has a clock. */
import { anyType, makeFunction, readDate, readDateTime, type Value } from '@doudi/policy/untyped'

export const clockFunctions: readonly (readonly [string, Value])[] = [
  ['now', makeFunction([], anyType, () => readDateTime(Temporal.Now.instant().toString()))],
  ['today', makeFunction([], anyType, () => readDate(Temporal.Now.plainDateISO('UTC').toString()))],
]

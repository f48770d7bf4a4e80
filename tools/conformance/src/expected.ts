/** Whether an answer is the one that a case expects: numbers within 10⁻⁸, lists by order, contexts by key. */
import { canonicalName, compare, equal, is, isContext, isList, type Value } from '@doudi/policy/untyped'

const tolerance = 100_000_000n

export function isExpected(actual: Value, expected: Value): boolean {
  if (actual === null || expected === null) return actual === expected
  if (is(actual, 'number') && is(expected, 'number')) return isNear(actual, expected)
  if (isList(actual) && isList(expected))
    return actual.length === expected.length && actual.every((item, i) => isExpected(item, expected[i]!))
  if (isContext(actual) && isContext(expected)) return isExpectedContext(actual, expected)
  return compare(actual, expected) === 0 || (compare(actual, expected) === null && equal(actual, expected) === true)
}

function isNear(a: { n: bigint; d: bigint }, b: { n: bigint; d: bigint }): boolean {
  const difference = a.n * b.d - b.n * a.d
  return (difference < 0n ? -difference : difference) * tolerance <= a.d * b.d
}

function isExpectedContext(actual: ReadonlyMap<string, Value>, expected: ReadonlyMap<string, Value>): boolean {
  const named = new Map([...actual].map(([name, value]) => [canonicalName(name), value]))
  return (
    actual.size === expected.size &&
    [...expected].every(([name, value]) => {
      const found = named.get(canonicalName(name))
      return found !== undefined && isExpected(found, value)
    })
  )
}

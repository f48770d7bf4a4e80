/** Did you mean …? The nearest known name by edit distance, if it is near enough to be a slip. */
export function mostSimilar(name: string, known: Iterable<string>): string | null {
  const letters = [...name]
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(letters.length / 2)) + 1
  for (const candidate of known) {
    const distance = editDistance(letters, [...candidate])
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/** Running sums under text keys; a sum that is no longer a safe integer is refused, never rounded. */

export class Tallies<Sum extends string> {
  private readonly sums = new Map<string, Record<Sum, number>>()
  private readonly empty: Readonly<Record<Sum, number>>

  constructor(empty: Readonly<Record<Sum, number>>) {
    this.empty = empty
  }

  add(key: string, amounts: Readonly<Record<Sum, number>>): void {
    const sum: Record<Sum, number> = this.sums.get(key) ?? { ...this.empty }
    for (const name of Object.keys(amounts) as Sum[]) {
      sum[name] += amounts[name]
      if (!Number.isSafeInteger(sum[name])) throw new RangeError(`the sum of ${name} is too large to be exact`)
    }
    this.sums.set(key, sum)
  }

  entries(): [string, Readonly<Record<Sum, number>>][] {
    return [...this.sums]
  }
}

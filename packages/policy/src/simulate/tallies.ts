/** Running sums under text keys; a sum that is no longer a safe integer is refused, never rounded. */

export type TallyEntry<Sum extends string> = [string, Readonly<Record<Sum, number>>]

export class Tallies<Sum extends string> {
  private readonly sums: Map<string, Record<Sum, number>>
  private readonly empty: Readonly<Record<Sum, number>>

  /** `reached` are the entries of an earlier run. */
  constructor(empty: Readonly<Record<Sum, number>>, reached: readonly TallyEntry<Sum>[] = []) {
    this.empty = empty
    this.sums = new Map(reached.map(([key, sums]) => [key, { ...sums }]))
  }

  add(key: string, amounts: Readonly<Record<Sum, number>>): void {
    const sum: Record<Sum, number> = this.sums.get(key) ?? { ...this.empty }
    for (const name of Object.keys(amounts) as Sum[]) {
      sum[name] += amounts[name]
      if (!Number.isSafeInteger(sum[name])) throw new RangeError(`the sum of ${name} is too large to be exact`)
    }
    this.sums.set(key, sum)
  }

  entries(): TallyEntry<Sum>[] {
    return [...this.sums]
  }
}

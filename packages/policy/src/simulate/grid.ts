/** Sums of one batch by area and one more code, in flat arrays: a million households are added up in milliseconds. */

export class Grid<Sum extends string> {
  private readonly sums: Readonly<Record<Sum, Float64Array>>
  private readonly names: readonly Sum[]
  private readonly width: number

  constructor(areas: number, width: number, names: readonly Sum[]) {
    this.width = width
    this.names = names
    this.sums = Object.fromEntries(names.map(name => [name, new Float64Array(areas * width)])) as Record<
      Sum,
      Float64Array
    >
  }

  add(name: Sum, area: number, code: number, amount: number): void {
    this.sums[name][area * this.width + code]! += amount
  }

  /** Every cell in which something was added to the first sum. */
  *cells(): Generator<{ readonly area: number; readonly code: number; readonly sums: Record<Sum, number> }> {
    for (const [cell, amount] of this.sums[this.names[0]!].entries()) {
      if (amount === 0) continue
      const sums = Object.fromEntries(this.names.map(name => [name, this.sums[name][cell]!])) as Record<Sum, number>
      yield { area: Math.floor(cell / this.width), code: cell % this.width, sums }
    }
  }
}

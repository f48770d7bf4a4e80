/** Columns that grow while rows come in: 32 bits for what may be large, a byte for the rest. */
import { wideColumns } from './tables.ts'

export class GrowingColumns {
  readonly names: readonly string[]
  readonly #columns: (Int32Array | Uint8Array)[]
  #room = 1 << 16
  #length = 0

  constructor(names: readonly string[]) {
    this.names = names
    this.#columns = names.map(name => (wideColumns.has(name) ? new Int32Array(this.#room) : new Uint8Array(this.#room)))
  }

  /** Rows that stand one after another in `numbers`. */
  add(numbers: Int32Array, rows: number): void {
    while (this.#length + rows > this.#room) this.#grow()
    const width = this.names.length
    for (let c = 0; c < width; c++) {
      const column = this.#columns[c]!
      for (let r = 0, from = c, to = this.#length; r < rows; r++, from += width, to++) column[to] = numbers[from]!
    }
    this.#length += rows
  }

  wide(name: string): Int32Array {
    const column = this.#column(name)
    if (!(column instanceof Int32Array)) throw new Error(`${name} is kept in bytes`)
    return column
  }

  narrow(name: string): Uint8Array {
    const column = this.#column(name)
    if (!(column instanceof Uint8Array)) throw new Error(`${name} is kept in 32 bits`)
    return column
  }

  #column(name: string): Int32Array | Uint8Array {
    const found = this.#columns[this.names.indexOf(name)]
    if (!found) throw new Error(`no column ${name}`)
    return found.subarray(0, this.#length)
  }

  #grow(): void {
    this.#room *= 2
    for (const [c, column] of this.#columns.entries()) {
      const larger = column instanceof Int32Array ? new Int32Array(this.#room) : new Uint8Array(this.#room)
      larger.set(column)
      this.#columns[c] = larger
    }
  }
}

/** The rows of a COPY on their way: they come in as text, wait as numbers, and are taken away as columns. */
import { RowReader } from './rows.ts'

export interface Columns {
  /** 32 bits for what may be large … */
  wide(name: string): Int32Array
  /** … and a byte for the rest. */
  narrow(name: string): Uint8Array
}

export class IncomingRows {
  readonly #names: readonly string[]
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #reader: RowReader

  constructor(names: readonly string[], chunks: AsyncIterable<Uint8Array>) {
    this.#names = names
    this.#chunks = chunks[Symbol.asyncIterator]()
    this.#reader = new RowReader(names.length)
  }

  get waiting(): number {
    return this.#reader.rows
  }

  /** Until as many are waiting or all have come; tells how many of them there are. */
  async upTo(rows: number): Promise<number> {
    while (this.waiting < rows && (await this.#more()));
    return Math.min(rows, this.waiting)
  }

  /** Until one has come that lies behind `value` in the order of its column or all have come. */
  async past(name: string, value: number): Promise<void> {
    const place = this.#place(name)
    const isPast = () => this.waiting > 0 && this.#reader.at(this.waiting - 1, place) > value
    while (!isPast() && (await this.#more()));
  }

  /** The first rows that wait, before they are dropped. */
  first(rows: number): Columns {
    return {
      wide: name => this.#reader.column(this.#place(name), new Int32Array(rows)),
      narrow: name => this.#reader.column(this.#place(name), new Uint8Array(rows)),
    }
  }

  drop(rows: number): void {
    this.#reader.drop(rows)
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next()
    if (!done) this.#reader.push(value)
    return !done
  }

  #place(name: string): number {
    const place = this.#names.indexOf(name)
    if (place < 0) throw new Error(`no column ${name}`)
    return place
  }
}

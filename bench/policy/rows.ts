/** Rows of whole numbers as text, the way COPY says them, without a string or an object for each row. */

const ZERO = 48
const NEW_LINE = 10
const TAB = 9
const CHUNK = 1 << 16
/** Room that a row of a dozen numbers may need. */
const LONGEST_ROW = 160

/** Text in → numbers out, which wait row after row until they are dropped. Fields are whole numbers from 0. */
export class RowReader {
  readonly #width: number
  /** Whole rows one after another, and behind them the beginning of one more. */
  #numbers = new Int32Array(1 << 15)
  #length = 0
  #value = 0

  constructor(width: number) {
    this.#width = width
  }

  /** How many whole rows are waiting. */
  get rows(): number {
    return Math.floor(this.#length / this.#width)
  }

  at(row: number, place: number): number {
    return this.#numbers[row * this.#width + place]!
  }

  /** One field of as many rows as there is room for. */
  column<T extends Int32Array | Uint8Array>(place: number, into: T): T {
    const numbers = this.#numbers
    const width = this.#width
    for (let row = 0, from = place; row < into.length; row++, from += width) into[row] = numbers[from]!
    return into
  }

  /** The first rows are no longer needed. */
  drop(rows: number): void {
    this.#numbers.copyWithin(0, rows * this.#width, this.#length)
    this.#length -= rows * this.#width
  }

  /** A chunk may end anywhere, also within a number. */
  push(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#numbers.length) this.#grow(this.#length + chunk.length)
    const numbers = this.#numbers
    let length = this.#length
    let value = this.#value
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (byte >= ZERO) value = (Math.imul(value, 10) + byte - ZERO) | 0
      else {
        numbers[length++] = value
        value = 0
      }
    }
    this.#value = value
    this.#length = length
  }

  #grow(needed: number): void {
    const larger = new Int32Array(needed * 2)
    larger.set(this.#numbers.subarray(0, this.#length))
    this.#numbers = larger
  }
}

/** Rows → text in chunks, tabs between and a new line at the end. */
export class RowWriter {
  #bytes = Buffer.allocUnsafe(CHUNK)
  #length = 0

  /** Whether a chunk should be taken before the next row. */
  get full(): boolean {
    return this.#length > CHUNK - LONGEST_ROW
  }

  /** One field; the last of its row says so. */
  put(value: number, last = false): void {
    const bytes = this.#bytes
    let digits = 1
    for (let limit = 10; value >= limit; limit *= 10) digits++
    const end = this.#length + digits
    for (let i = end - 1, left = value; i >= this.#length; i--) {
      const rest = (left / 10) | 0
      bytes[i] = ZERO + left - rest * 10
      left = rest
    }
    bytes[end] = last ? NEW_LINE : TAB
    this.#length = end + 1
  }

  /** What was written since the last time; the chunk is not touched again. */
  take(): Buffer {
    const chunk = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.allocUnsafe(CHUNK)
    this.#length = 0
    return chunk
  }
}

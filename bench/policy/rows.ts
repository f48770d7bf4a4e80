/** Rows of whole numbers as text, the way COPY and CSV say them, without a string or an object for each row. */

const ZERO = 48
const NEW_LINE = 10
const COMMA = 44
const CHUNK = 1 << 16
/** Room that a row of a dozen numbers may need. */
const LONGEST_ROW = 160

/** Text in → numbers out: fields are whole numbers from 0, ended by anything that is not a digit. */
export class RowReader {
  readonly #width: number
  readonly #take: (numbers: Int32Array, rows: number) => void
  /** Whole rows one after another, and behind them the beginning of one more. */
  #numbers = new Int32Array(1 << 15)
  #length = 0
  #value = 0

  constructor(width: number, take: (numbers: Int32Array, rows: number) => void) {
    this.#width = width
    this.#take = take
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
    this.#handOver(length)
  }

  #handOver(length: number): void {
    const rows = Math.floor(length / this.#width)
    this.#take(this.#numbers, rows)
    this.#numbers.copyWithin(0, rows * this.#width, length)
    this.#length = length - rows * this.#width
  }

  #grow(needed: number): void {
    const larger = new Int32Array(needed * 2)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}

/** Rows → text in chunks, `1,20,3` and a new line. */
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
    bytes[end] = last ? NEW_LINE : COMMA
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

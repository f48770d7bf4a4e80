/** Numbers go out as text and come back, wherever the network cuts the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowReader, RowWriter } from './rows.ts'

function* cutBy(length: number, chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const chunk of chunks) for (let at = 0; at < chunk.length; at += length) yield chunk.subarray(at, at + length)
}

function read(width: number, chunks: Iterable<Uint8Array>): number[] {
  const reader = new RowReader(width)
  for (const chunk of chunks) reader.push(chunk)
  return Array.from({ length: reader.rows * width }, (_, i) => reader.at(Math.floor(i / width), i % width))
}

test('rows come back as they were written, cut anywhere', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, cut) => {
        const writer = new RowWriter()
        for (const [a, b, c] of rows) {
          writer.put(a)
          writer.put(b)
          writer.put(c, true)
        }
        const text = writer.take()
        expect(text.toString()).toBe(rows.map(row => `${row.join('\t')}\n`).join(''))
        expect(read(3, cutBy(cut, [text]))).toEqual(rows.flat())
      },
    ),
    { seed: 7, numRuns: 200 },
  )
})

test('rows that were dropped make room for those behind them', () => {
  const reader = new RowReader(2)
  reader.push(Buffer.from('1\t2\n3\t4\n5\t'))
  reader.drop(1)
  reader.push(Buffer.from('6\n'))
  expect(reader.column(0, new Int32Array(reader.rows))).toEqual(Int32Array.of(3, 5))
  expect(reader.column(1, new Uint8Array(reader.rows))).toEqual(Uint8Array.of(4, 6))
})

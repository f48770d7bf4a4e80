/** Households and members that come as two streams of text leave as pieces that can be decided. */
import { expect, test } from 'vitest'
import { pieces } from './end-to-end.ts'
import { IncomingRows } from './incoming-rows.ts'
import { type Population, populate } from './population.ts'
import { householdColumns, householdRows, memberColumns, memberRows } from './tables.ts'

const population = populate(1_000, 3)

/** In chunks of a few bytes, as a slow network would bring them. */
async function* slowly(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) for (let at = 0; at < chunk.length; at += 97) yield chunk.subarray(at, at + 97)
}

function piecesOf(households: Iterable<Uint8Array>, members: Iterable<Uint8Array>, size: number) {
  const incoming = (names: readonly string[], rows: Iterable<Uint8Array>) => new IncomingRows(names, slowly(rows))
  return Array.fromAsync(pieces(incoming(householdColumns, households), incoming(memberColumns, members), size))
}

/** One fact of all pieces, one after another. */
const together = (
  found: readonly { readonly population: Population }[],
  fact: (piece: Population) => Iterable<number>,
) => found.flatMap(piece => [...fact(piece.population)])

test.each([1, 7, 250, 1_000, 5_000])('in pieces of %i nobody and nothing is lost', async size => {
  const found = await piecesOf(householdRows(population), memberRows(population), size)
  expect(found.length).toBe(Math.ceil(1_000 / size))
  expect(found.flatMap(({ ids }) => [...ids])).toEqual(Array.from({ length: 1_000 }, (_, h) => h + 1))
  const sizes = ({ households, offsets }: Population) =>
    Array.from({ length: households }, (_, h) => offsets[h + 1]! - offsets[h]!)
  expect(together(found, sizes)).toEqual(sizes(population))
  for (const fact of ['deposits', 'homes', 'wage', 'age', 'student'] as const)
    expect(together(found, piece => piece[fact])).toEqual([...population[fact]])
})

test('nobody gives no piece', async () => {
  expect(await piecesOf([], [], 10)).toEqual([])
})

test('a household without members is a piece like any other', async () => {
  const found = await piecesOf([Buffer.from('4\t1\t0\t0\t0\n')], [], 10)
  expect(found).toMatchObject([{ ids: Int32Array.of(4), population: { households: 1, members: 0 } }])
})

test.each([
  ['before all households', 0],
  ['between two', 3],
  ['behind all', 9],
])('a member of nobody, %s, stops the work', async (_, household) => {
  const households = '2\t1\t0\t0\t0\n4\t1\t0\t0\t0\n'
  const member = `${household}\t1\t30\t0\t0\t0\t0\t0\t0\t0\t0\n`
  await expect(piecesOf([Buffer.from(households)], [Buffer.from(member)], 1)).rejects.toThrow(/belongs to no household/)
})

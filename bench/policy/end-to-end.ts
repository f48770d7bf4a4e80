/**
 * From the database and back: COPY out, evaluate in columns, COPY in, all at the same time. Households and members come
 * in the same order on two connections; as soon as the members of a piece are there it is decided, and its results are
 * on their way on a third while the rest is still read. Text becomes numbers in typed arrays as the bytes come; no row
 * is ever an object.
 */
import type pg from 'pg'
import type { Answers } from './answers.ts'
import type { Database } from './database.ts'
import { type Columns, IncomingRows } from './incoming-rows.ts'
import type { Population } from './population.ts'
import { RowWriter } from './rows.ts'
import { householdColumns, memberColumns } from './tables.ts'

/** Milliseconds: until the last piece was there, of that in deciding, and from there until the last result was kept. */
export type Split = Readonly<Record<'read' | 'compute' | 'write', number>>

/** Enough households for columns to pay, and few enough that their members stay in the processor's cache. */
const PIECE = 1 << 14

interface Piece {
  readonly ids: Int32Array
  readonly population: Population
}

export async function thereAndBack(database: Database, evaluate: (population: Population) => Answers): Promise<Split> {
  const begun = performance.now()
  let compute = 0
  let read = 0
  async function* results(): AsyncGenerator<Buffer> {
    for await (const { ids, population } of piecesIn(database)) {
      const arrived = performance.now()
      const answers = evaluate(population)
      compute += performance.now() - arrived
      yield* resultRows(ids, answers)
    }
    read = performance.now() - begun
  }
  await database.copyIn(database.clients[0], 'copy result from stdin', results())
  return { read, compute, write: performance.now() - begun - read }
}

/** Both readers see the tables as they were at one moment, whatever is written meanwhile. */
async function* piecesIn({ clients, copyOut }: Database): AsyncGenerator<Piece> {
  const [, first, second] = clients
  const begin = 'begin isolation level repeatable read, read only'
  await first.query(begin)
  const { rows } = await first.query<{ moment: string }>('select pg_export_snapshot() as moment')
  await second.query(`${begin}; set transaction snapshot '${rows[0]!.moment}'`)
  const read = (client: pg.Client, names: readonly string[], table: string, order: string) =>
    new IncomingRows(
      names,
      copyOut(client, `copy (select ${names.join(', ')} from ${table} order by ${order}) to stdout`),
    )
  yield* pieces(
    read(first, householdColumns, 'household', 'id'),
    read(second, memberColumns, 'member', 'household, nr'),
    PIECE,
  )
  await Promise.all([first.query('commit'), second.query('commit')])
}

export async function* pieces(households: IncomingRows, members: IncomingRows, size: number): AsyncGenerator<Piece> {
  for (let rows = await households.upTo(size); rows > 0; rows = await households.upTo(size)) {
    const ids = households.first(rows).wide('id')
    // Members come in the order of their households: the first of a later one tells that all before it are there.
    await members.past('household', ids.at(-1)!)
    const offsets = offsetsOf(ids, members.first(members.waiting).wide('household'))
    yield { ids, population: populationOf(households.first(rows), members.first(offsets.at(-1)!), offsets) }
    households.drop(rows)
    members.drop(offsets.at(-1)!)
  }
  if (members.waiting > 0) throw new Error('a member belongs to no household')
}

/** Both come in the order of the household, so one walk finds where each household's members begin. */
function offsetsOf(ids: Int32Array, householdOfMember: Int32Array): Int32Array {
  const offsets = new Int32Array(ids.length + 1)
  let m = 0
  for (let h = 0; h < ids.length; h++) {
    while (m < householdOfMember.length && householdOfMember[m] === ids[h]) m++
    offsets[h + 1] = m
  }
  return offsets
}

function populationOf(households: Columns, members: Columns, offsets: Int32Array): Population {
  return {
    ...{ households: offsets.length - 1, members: offsets.at(-1)!, offsets },
    ...{ urban: households.narrow('urban'), deposits: households.wide('deposits') },
    ...{ vehicles: households.narrow('vehicles'), homes: households.narrow('homes') },
    ...{ age: members.narrow('age'), wage: members.wide('wage'), pension: members.wide('pension') },
    ...{ otherIncome: members.wide('other_income'), employed: members.narrow('employed') },
    ...{ grade: members.narrow('grade'), kind: members.narrow('kind') },
    ...{ ill: members.narrow('ill'), student: members.narrow('student') },
  }
}

function* resultRows(ids: Int32Array, { grantFen, category }: Answers): Generator<Buffer> {
  const rows = new RowWriter()
  for (let h = 0; h < ids.length; h++) {
    if (rows.full) yield rows.take()
    rows.put(ids[h]!)
    rows.put(grantFen[h]!)
    rows.put(category[h]!, true)
  }
  yield rows.take()
}

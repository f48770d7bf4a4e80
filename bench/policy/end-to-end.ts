/**
 * From the database and back: COPY out, evaluate in columns, COPY in. Text becomes numbers in typed arrays as the bytes
 * come; no row is ever an object.
 */
import type pg from 'pg'
import type { Answers } from './answers.ts'
import type { Database } from './database.ts'
import { GrowingColumns } from './growing-columns.ts'
import type { Population } from './population.ts'
import { RowReader, RowWriter } from './rows.ts'
import { householdColumns, memberColumns } from './tables.ts'

/** Milliseconds. */
export type Split = Readonly<Record<'read' | 'compute' | 'write', number>>

export async function thereAndBack(database: Database, evaluate: (population: Population) => Answers): Promise<Split> {
  const begun = performance.now()
  const { ids, population } = await readPopulation(database)
  const read = performance.now()
  const answers = evaluate(population)
  const computed = performance.now()
  await database.copyIn(database.clients[0], 'copy result from stdin (format csv)', resultRows(ids, answers))
  const written = performance.now()
  return { read: read - begun, compute: computed - read, write: written - computed }
}

async function readPopulation({ clients, copyOut }: Database) {
  const households = new GrowingColumns(householdColumns)
  const members = new GrowingColumns(memberColumns)
  const read = (client: pg.Client, table: string, order: string, into: GrowingColumns) => {
    const reader = new RowReader(into.names.length, (numbers, rows) => into.add(numbers, rows))
    const sql = `copy (select ${into.names.join(', ')} from ${table} order by ${order}) to stdout (format csv)`
    return copyOut(client, sql, chunk => reader.push(chunk))
  }
  await Promise.all([
    read(clients[0], 'household', 'id', households),
    read(clients[1], 'member', 'household, nr', members),
  ])
  const ids = households.wide('id')
  return { ids, population: populationOf(households, members, offsetsOf(ids, members.wide('household'))) }
}

function populationOf(households: GrowingColumns, members: GrowingColumns, offsets: Int32Array): Population {
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

/** Both come in the order of the household, so one walk finds where each household's members begin. */
function offsetsOf(ids: Int32Array, householdOfMember: Int32Array): Int32Array {
  const offsets = new Int32Array(ids.length + 1)
  let m = 0
  for (let h = 0; h < ids.length; h++) {
    while (m < householdOfMember.length && householdOfMember[m] === ids[h]) m++
    offsets[h + 1] = m
  }
  if (m !== householdOfMember.length) throw new Error('a member belongs to no household')
  return offsets
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

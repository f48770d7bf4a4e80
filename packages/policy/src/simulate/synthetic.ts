/**
 * A register of invented households for trying out rules where there is no real one, or before anybody may look into
 * it. Households come in the columns of a kernel; the same seed gives the same people, batch by batch.
 */
import type { Batch, ColumnValues } from '../columnar/batch.ts'
import { newValues, storageOf } from '../columnar/column-values.ts'
import type { Column, LoweredProgramme } from '../lowering/lowered.ts'
import { fillAnswers, type Rows } from './answering.ts'
import { among, draw, placeIn, shares, streamOf } from './draw.ts'

export interface SyntheticRegister {
  readonly seed: number
  /** The year in which the people have their ages. */
  readonly year: number
  /** Over how many areas the households are spread. */
  readonly areas: number
}

/** Of a thousand households, how many have one, two, … people. */
const sizes = [250, 300, 220, 130, 70, 30]
/** No household of the register is larger, so a member's row is known from the household's. */
const ROOM = sizes.length

/** Households `from` up to `from + households` of the register. */
export class SyntheticHouseholds {
  /** Of each household, the position of its area. */
  readonly areaOf: Int32Array
  private readonly register: SyntheticRegister
  private readonly offsets: Int32Array
  private readonly households: Rows
  private readonly members: Rows
  /** Columns that were answered already: several kernels mostly ask the same. */
  private readonly answered = new Map<string, ColumnValues>()

  constructor(register: SyntheticRegister, from: number, households: number) {
    this.register = register
    const streams = { area: streamOf(register.seed, 'area'), size: streamOf(register.seed, 'size') }
    const ends = shares(sizes)
    this.areaOf = new Int32Array(households)
    this.offsets = new Int32Array(households + 1)
    for (let h = 0; h < households; h++) {
      this.areaOf[h] = among(draw(streams.area, from + h), register.areas)
      this.offsets[h + 1] = this.offsets[h]! + 1 + placeIn(ends, draw(streams.size, from + h))
    }
    const numbers = Int32Array.from({ length: households }, (_, h) => from + h)
    this.households = { numbers, ages: null, positions: null }
    this.members = membersOf(this.offsets, from, streamOf(register.seed, 'age'))
  }

  batch({ columns, texts }: Pick<LoweredProgramme, 'columns' | 'texts'>): Batch {
    const codes = new Map(texts.map((text, code) => [text, code]))
    const values = columns.map(column => this.answers(column, codes))
    return { households: this.areaOf.length, offsets: this.offsets, values, columns, outside: [] }
  }

  private answers(column: Column, codes: ReadonlyMap<string, number>): ColumnValues {
    const { field, scope } = column
    const key = [field.id, ...field.options.map(({ value }) => codes.get(value))].join(' ')
    const known = this.answered.get(key)
    if (known) return known
    const rows = scope === 'member' ? this.members : this.households
    const values = newValues(storageOf(column), rows.numbers.length)
    fillAnswers(values, column, rows, { ...this.register, codes })
    this.answered.set(key, values)
    return values
  }
}

function membersOf(offsets: Int32Array, from: number, stream: number): Rows {
  const people = offsets.at(-1)!
  const rows = { numbers: new Int32Array(people), ages: new Uint8Array(people), positions: new Uint8Array(people) }
  for (let h = 0; h + 1 < offsets.length; h++) {
    const head = (from + h) * ROOM
    for (let m = offsets[h]!, position = 0; m < offsets[h + 1]!; m++, position++) {
      rows.numbers[m] = head + position
      rows.positions[m] = position
      rows.ages[m] = ageAt(position, draw(stream, head + position), draw(stream, head))
    }
  }
  return rows
}

/** The first is an adult, the second usually a partner of the same age, the others children or parents of the first. */
function ageAt(position: number, number: number, head: number): number {
  const headAge = 28 + among(head, 55)
  if (position === 0) return headAge
  if (position === 1 && number % 4 !== 0) return headAge - 3 + (number % 7)
  return number % 5 === 0 ? Math.min(headAge + 22, 95) : Math.max(headAge - 24 - (number % 12), 1)
}

/**
 * One evaluation of one household: its facts, what has been computed so far, and, when somebody wants reasons,
 * which formula read what. Formulas are computed when first needed, so a value that is unset or not yet known
 * stops the answer only if the answer depends on it.
 */
import type { Prepared } from './prepare.ts'
import type { Value } from './value.ts'

/** Facts of one household by slot. A thunk-like `Unknown` stands where the fact has not been found out. */
export interface FactTable {
  readonly household: readonly (Value | Unknown)[]
  readonly members: readonly (readonly (Value | Unknown)[])[]
}

/** Something that must not be read; reading it refuses. */
export class Unknown {
  readonly refusal: () => Error
  constructor(refusal: () => Error) {
    this.refusal = refusal
  }
}

export interface Program {
  readonly day: Temporal.PlainDate
  readonly parameters: readonly (Value | Unknown)[]
  readonly rules: readonly Prepared[]
}

/** What one computation of one formula read, each thing once and in order. */
export interface Reading {
  readonly parameters: number[]
  readonly facts: { readonly slot: number; readonly member: number }[]
  readonly rules: { readonly slot: number; readonly member: number }[]
}

export class Run {
  readonly day: Temporal.PlainDate
  readonly size: number
  /** The member bound by each open loop; member formulas are about `rows[0]`. */
  rows: number[] = []
  /** Per formula: what it read, by member; only when tracing. */
  readonly readings: Map<number, Reading>[] | null
  private readonly program: Program
  private readonly facts: FactTable
  private readonly results: (Value | undefined)[][]
  private reading: Reading | null = null

  constructor(program: Program, facts: FactTable, tracing: boolean) {
    this.program = program
    this.facts = facts
    this.day = program.day
    this.size = facts.members.length
    this.results = program.rules.map(() => [])
    this.readings = tracing ? program.rules.map(() => new Map()) : null
  }

  parameter(slot: number): Value {
    if (this.reading && !this.reading.parameters.includes(slot)) this.reading.parameters.push(slot)
    return known(this.program.parameters[slot]!)
  }

  /** `member` is -1 for the household. */
  fact(slot: number, member: number): Value {
    if (this.reading) note(this.reading.facts, slot, member)
    return known((member < 0 ? this.facts.household : this.facts.members[member]!)[slot]!)
  }

  rule(slot: number, member: number): Value {
    if (this.reading) note(this.reading.rules, slot, member)
    const done = this.results[slot]![member + 1]
    if (done !== undefined) return done
    const result = this.compute(slot, member)
    this.results[slot]![member + 1] = result
    return result
  }

  /** A formula has loops of its own; those of the formula that asked for it wait. */
  private compute(slot: number, member: number): Value {
    const [rows, reading] = [this.rows, this.reading]
    this.rows = member < 0 ? [] : [member]
    if (this.readings) {
      this.reading = { parameters: [], facts: [], rules: [] }
      this.readings[slot]!.set(member, this.reading)
    }
    try {
      return this.program.rules[slot]!(this)
    } finally {
      this.rows = rows
      this.reading = reading
    }
  }

  /** Computes a formula that is not one of the programme's, such as the condition of a sentence or of a row. */
  once(prepared: Prepared, member = -1): Value {
    this.rows = member < 0 ? [] : [member]
    this.reading = null
    return prepared(this)
  }
}

function known(value: Value | Unknown): Value {
  if (value instanceof Unknown) throw value.refusal()
  return value
}

function note(list: { slot: number; member: number }[], slot: number, member: number): void {
  if (!list.some(entry => entry.slot === slot && entry.member === member)) list.push({ slot, member })
}

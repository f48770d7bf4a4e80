/** One formula after another: what a name stands for once it is lowered, and where steps and columns are collected. */
import type { Checked } from '../check/checked.ts'
import type { Value } from '../interpret/value.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Field, Scope } from '../schema/field.ts'
import { type Column, packDate, type Truth, type Whole, type WholeRange } from './lowered.ts'
import { NotLowerable } from './not-lowerable.ts'
import { oversize } from './oversize.ts'
import { freeRows, type Node, renameRows } from './references.ts'
import { type Divisor, scaled } from './scaled.ts'
import { Steps } from './steps.ts'
import { always } from './truth.ts'
import { certainNumber, certainTruth, certainWhole, type Lowered } from './value.ts'
import * as whole from './whole.ts'
import { fits, fromTo } from './whole-range.ts'

export class Lowering {
  readonly steps = new Steps()
  readonly columns: Column[] = []
  readonly texts: string[] = []
  readonly rules = new Map<string, Lowered>()
  readonly longest: number
  readonly day: Whole
  /** Whole numbers up to this are exact in the reader; null when there is no limit. */
  readonly largest: bigint | null
  readonly programme: CompiledProgramme
  /** The formula that is being lowered; its steps bear its name. */
  formula = ''
  private readonly columnOf = new Map<string, number>()
  private readonly codes = new Map<string, number>()

  /** Lowers a part of the formula; kept here so that the files of this folder need not import each other in a circle. */
  readonly lower: (e: Checked) => Lowered

  constructor(programme: CompiledProgramme, largest: bigint | null, lower: (e: Checked, into: Lowering) => Lowered) {
    this.lower = e => lower(e, this)
    this.programme = programme
    this.largest = largest
    this.longest = programme.form.collection.longest
    this.day = dateConstant(programme.internals.program.day)
  }

  /** A divisor that can wait below the line: a step of the household, or of the one member it is about. */
  divisor(by: Whole): Divisor {
    if (by.kind === 'step') return by
    const [owner, other] = [...freeRows(by)]
    if (other !== undefined) throw new NotLowerable('a divisor reads two members')
    if (owner === undefined) return this.steps.whole(this.formula, 'household', by, 'household')
    return this.steps.whole(
      this.formula,
      'member',
      renameRows(by, () => 0),
      owner,
    )
  }

  loopWhole(loop: Whole): Whole {
    return loop.kind === 'reduce' ? this.steps.loop(this.formula, loop) : loop
  }

  loopTruth(loop: Truth): Truth {
    return loop.kind === 'some' || loop.kind === 'every' ? this.steps.loop(this.formula, loop) : loop
  }

  /** Where a number below the node may be too large for the reader. */
  beyond(node: Node): Truth {
    return this.largest === null ? always(false) : oversize(node, this.largest)
  }

  /** Where a sum passes the limit, perhaps only on its way: then its end, which may be small again, proves nothing. */
  sumBeyond(row: number, of: Whole, range: WholeRange): Truth {
    if (this.largest === null || fits(range, this.largest)) return always(false)
    const sizes = this.loopWhole(whole.reduce('sum', row, whole.absolute(of), this.longest))
    return { kind: 'too-large', of: sizes }
  }

  /** The code of a text: its place in the dictionary. */
  code(text: string): Whole {
    return whole.constant(BigInt(this.codeOf(text)))
  }

  private codeOf(text: string): number {
    const known = this.codes.get(text)
    if (known !== undefined) return known
    this.codes.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  column(name: string): { readonly index: number; readonly column: Column } {
    let index = this.columnOf.get(name)
    if (index === undefined) {
      const field = this.programme.form.fields.find(each => each.name === name)!
      index = this.columns.push(this.columnFor(field)) - 1
      this.columnOf.set(name, index)
    }
    return { index, column: this.columns[index]! }
  }

  private columnFor(field: Field): Column {
    return {
      field,
      scope: field.scope,
      encoding: field.type === 'text' ? 'choice' : field.type,
      range: this.rangeOf(field),
      missing: field.nullable ? 'absent' : field.unsureAllowed ? 'undetermined' : 'never',
    }
  }

  private rangeOf(field: Field): WholeRange {
    switch (field.type) {
      case 'number':
        return fromTo(atScale(field.min, field.decimals), atScale(field.max, field.decimals))
      case 'yes-no':
        return fromTo(0, 1)
      case 'date':
        return whole.anyDate
      default: {
        const codes = field.options.map(option => this.codeOf(option.value))
        return fromTo(Math.min(...codes), Math.max(...codes))
      }
    }
  }
}

/** Decimal text as whole units of its last place: `12.5` at two places is 1250. */
function atScale(text: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(`${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`)
}

export function dateConstant(day: Temporal.PlainDate): Whole {
  return whole.constant(BigInt(packDate(day.year, day.month, day.day)))
}

/** A value that a policy sets, as a constant. */
export function settingConstant(value: Value, lowering: Lowering): Lowered {
  if (typeof value === 'boolean') return certainTruth(always(value))
  if (typeof value === 'string') return certainWhole(lowering.code(value))
  if (value instanceof Temporal.PlainDate) return certainWhole(dateConstant(value))
  const { n, d } = value as { n: bigint; d: bigint }
  return certainNumber(scaled(whole.constant(n), d))
}

export function scopeOf(lowering: Lowering, rule: string): Scope {
  return lowering.programme.internals.assembly.rules.get(rule)!.rule.scope
}

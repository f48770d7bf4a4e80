/**
 * A lowered programme as one JavaScript function over typed arrays: a loop over the households, inside it one loop over
 * the members for each pass. The text consists of numbers and of names made here; nothing of a pack is copied into it,
 * so that running it is as safe as running this file.
 */
import type { Row } from '../check/checked.ts'
import type { LoweredProgramme, Step, Truth, Whole } from '../lowering/lowered.ts'
import { nodeOf, references } from '../lowering/references.ts'
import { fitsInt, missingIn } from './column-values.ts'
import { prelude } from './prelude.ts'
import { printTruth, printWhole, type Surroundings } from './print-expression.ts'
import { type RowLayout, type RowsName, rowsNames, scopeOf } from './rows.ts'

/** The kernel as text: `(from, to, offsets, columns, rows, doubtful)`; it returns how many are in doubt. */
export function printKernel(lowered: LoweredProgramme, layout: RowLayout): string {
  return new Printer(lowered, layout).print()
}

const loops = new Set(['reduce', 'some', 'every'])
type Sum = Extract<Whole, { kind: 'reduce' }>
type Loop = Sum | Extract<Truth, { kind: 'some' | 'every' }>

class Printer implements Surroundings {
  private readonly lowered: LoweredProgramme
  private readonly layout: RowLayout
  /** The kinds of rows in which something is kept. */
  private readonly rows: readonly RowsName[]
  /** Member steps that are read after the pass, or by another member: they wait in an array. */
  private readonly waiting: ReadonlySet<number>
  /** Where we are: the pass whose loop over the members is open, and its variable. */
  private inLoop = false

  constructor(lowered: LoweredProgramme, layout: RowLayout) {
    this.lowered = lowered
    this.layout = layout
    this.rows = rowsNames.filter(name => layout.widths[name] > 0)
    this.waiting = waitingSteps(lowered.steps)
  }

  print(): string {
    const { columns, steps } = this.lowered
    const lastPass = steps.reduce((last, step) => Math.max(last, step.pass), 0)
    const passes = Array.from({ length: lastPass + 1 }, (_, pass) => this.pass(pass))
    return [
      '"use strict"',
      prelude.trim(),
      ...[...this.waiting].map(step => `const w${step} = new Float64Array(${this.lowered.longest})`),
      'return (from, to, offsets, columns, rows, doubtful) => {',
      columns.length > 0 ? `const [${columns.map((_, i) => `c${i}`).join(', ')}] = columns` : '',
      this.rows.length > 0 ? `const { ${this.rows.join(', ')} } = rows` : '',
      'const start = offsets[from]',
      'let doubts = 0',
      'for (let h = from; h < to; h++) {',
      'const first = offsets[h], end = offsets[h + 1]',
      ...this.beginRows('household', 'h - from'),
      ...(this.hasMemberDoubts() ? ['let unsure = 0'] : []),
      ...passes,
      this.doubt(),
      '}',
      'return doubts',
      '}',
    ]
      .filter(line => line !== '')
      .join('\n')
  }

  private pass(pass: number): string {
    const at = (scope: Step['scope']) => this.indexes(step => step.pass === pass && step.scope === scope)
    const household = at('household')
    const overMembers = household.filter(index => isLoop(this.stepAt(index)) && !isHeadCount(this.stepAt(index)))
    const members = at('member')
    const plain = household.filter(index => !overMembers.includes(index))
    return [
      ...overMembers.map(index => `let s${index} = ${startOf(nodeOf(this.stepAt(index)) as Loop)}`),
      ...(members.length + overMembers.length > 0 ? [this.memberLoop(members, overMembers)] : []),
      ...plain.map(index => `const s${index} = ${this.value(this.stepAt(index))}`),
      ...household.map(index => this.keep(index)),
    ]
      .filter(line => line !== '')
      .join('\n')
  }

  private memberLoop(members: readonly number[], household: readonly number[]): string {
    this.inLoop = true
    const lines = [
      'for (let m = first; m < end; m++) {',
      ...(members.some(index => this.layout.places.has(index)) ? this.beginRows('member', 'm - start') : []),
      ...members.map(index => this.memberStep(index)),
      ...household.map(index => this.gather(index, nodeOf(this.stepAt(index)) as Loop)),
      '}',
    ]
    this.inLoop = false
    return lines.join('\n')
  }

  private memberStep(index: number): string {
    const step = this.stepAt(index)
    const lines = isLoop(step) ? this.innerLoop(index, nodeOf(step) as Loop) : [`const s${index} = ${this.value(step)}`]
    if (this.waiting.has(index)) lines.push(`w${index}[m - first] = s${index}`)
    lines.push(this.keep(index))
    if (this.doubtsOfMembers().includes(index)) lines.push(`unsure |= s${index}`)
    return lines.filter(line => line !== '').join('\n')
  }

  /** A member looks at every member of the household. */
  private innerLoop(index: number, loop: Loop): string[] {
    return [
      `let s${index} = ${startOf(loop)}`,
      'for (let n = first; n < end; n++) {',
      this.gather(index, loop),
      '}',
    ].filter(line => line !== '')
  }

  private gather(index: number, loop: Loop): string {
    if (loop.kind === 'some') return `s${index} |= ${printTruth(loop.of, this)}`
    if (loop.kind === 'every') return `s${index} &= ${printTruth(loop.of, this)}`
    const { how, range, of } = loop as Sum
    const value = printWhole(of, this)
    if (how === 'sum') return fitsInt(range) ? `s${index} = s${index} + ${value} | 0` : `s${index} += ${value}`
    return `s${index} = Math.${how === 'least' ? 'min' : 'max'}(s${index}, ${value})`
  }

  private value(step: Step): string {
    if (isHeadCount(step)) return 'end - first'
    const { value } = step
    return value.kind === 'whole' ? printWhole(value.whole, this) : printTruth(value.truth, this)
  }

  private keep(index: number): string {
    const place = this.layout.places.get(index)
    return place === undefined ? '' : `${place.rows}[${startOfRow(place.rows)} + ${place.at}] = s${index}`
  }

  /** Where the row of this household, or of this member, begins. */
  private beginRows(scope: Step['scope'], row: string): string[] {
    return this.rows
      .filter(name => scopeOf(name) === scope)
      .map(name => `const ${startOfRow(name)} = Math.imul(${row}, ${this.layout.widths[name]})`)
  }

  private doubt(): string {
    const doubts = this.doubtSteps()
      .filter(index => this.stepAt(index).scope === 'household')
      .map(index => `s${index}`)
    if (this.hasMemberDoubts()) doubts.push('unsure')
    return doubts.length === 0 ? '' : `if (${doubts.join(' | ')}) doubtful[doubts++] = h`
  }

  private doubtSteps(): readonly number[] {
    return [...new Set(this.lowered.results.flatMap(({ doubt }) => (doubt === null ? [] : [doubt])))]
  }

  private doubtsOfMembers(): readonly number[] {
    return this.doubtSteps().filter(index => this.stepAt(index).scope === 'member')
  }

  private hasMemberDoubts(): boolean {
    return this.doubtsOfMembers().length > 0
  }

  private stepAt(index: number): Step {
    return this.lowered.steps[index]!
  }

  private indexes(wanted: (step: Step) => boolean): number[] {
    return [...this.lowered.steps.keys()].filter(index => wanted(this.stepAt(index)))
  }

  column(column: number, row: Row): string {
    return `c${column}[${row === 'household' ? 'h' : this.indexOf(row)}]`
  }

  step(step: number, row: Row): string {
    if (row === 'household' || !this.waiting.has(step)) return `s${step}`
    return `w${step}[${this.indexOf(row)} - first]`
  }

  missing(column: number): number | null {
    const found = this.lowered.columns[column]!
    return found.missing === 'never' ? null : missingIn(found)
  }

  private indexOf(row: number): string {
    if (!this.inLoop) throw new Error('a member is read outside of a loop over the members')
    return row === 0 ? 'm' : 'n'
  }
}

function startOfRow(rows: RowsName): string {
  return `${rows}At`
}

function isLoop(step: Step): boolean {
  return loops.has(nodeOf(step).kind)
}

/** One for each member: how many there are needs no loop. */
function isHeadCount(step: Step): boolean {
  const node = nodeOf(step)
  return node.kind === 'reduce' && node.how === 'sum' && node.of.kind === 'constant' && node.of.value === 1n
}

function startOf(loop: Loop): string {
  if (loop.kind === 'some') return '0'
  if (loop.kind === 'every') return '1'
  const { how } = loop as Sum
  // Never left standing: every household has a member.
  return how === 'sum' ? '0' : how === 'least' ? 'Infinity' : '-Infinity'
}

/** Member steps that somebody reads after their pass is over, or about another member. */
function waitingSteps(steps: readonly Step[]): ReadonlySet<number> {
  const waiting = new Set<number>()
  for (const reader of steps)
    for (const { what, index, row } of references(nodeOf(reader))) {
      if (what !== 'step' || row === 'household') continue
      const other = reader.scope === 'member' && row !== 0
      if (other || steps[index]!.pass < reader.pass) waiting.add(index)
    }
  return waiting
}

/**
 * A lowered programme as one query: the facts of households and members; then, pass by pass, layers of member steps,
 * sums over the members of each household, layers of household steps. Each layer carries on what the one before it had,
 * and `offset 0` keeps the planner from working out a value again wherever it is read.
 */
import type { Row } from '../check/checked.ts'
import type { LoweredProgramme, Result, Step, Truth, Whole } from '../lowering/lowered.ts'
import { type Node, nodeOf, parts } from '../lowering/references.ts'
import { fits } from '../lowering/whole-range.ts'
import { isLoop, type Layer, planOf } from './plan.ts'
import { printTruth, printWhole, type Surroundings, wholeNumber } from './print-expression.ts'
import { printFacts, type SqlSource } from './source.ts'
import { constant, type Fresh, multiply, named, type Sort, sortOf, typed, type WholeNumber } from './whole-number.ts'

/** One row for each household: `household`, `outside`, `doubtful`, and the results as `r0`, `o0`, `r1` … */
export function printQuery(lowered: LoweredProgramme, source: SqlSource): string {
  return new Printer(lowered, source).print()
}

/** Where the values of some rows stand: the name of a select, and the columns that it has beside its keys. */
interface Relation {
  readonly name: string
  readonly has: ReadonlySet<string>
}

type Sum = Extract<Whole, { kind: 'reduce' }>
type Gathered = Sum | Extract<Truth, { kind: 'some' | 'every' }>

class Printer {
  private readonly lowered: LoweredProgramme
  private readonly plan
  private readonly selects: string[] = []
  private households: Relation
  private members: Relation
  /** Values of the household that somebody reads beside a member. */
  private readonly readByMembers: ReadonlySet<string>
  private aliases = 0
  private readonly fresh: Fresh = () => `v${this.aliases++}`

  constructor(lowered: LoweredProgramme, source: SqlSource) {
    this.lowered = lowered
    this.plan = planOf(lowered)
    this.readByMembers = householdValues(lowered, this.plan.written)
    this.households = this.facts('household', source)
    this.members = this.facts('member', source)
  }

  print(): string {
    for (const [pass, { member, gathered, household }] of this.plan.passes.entries()) {
      for (const layer of member) this.memberLayer(layer)
      const [first = [], ...others] = household
      if (pass === 0) {
        for (const layer of household) this.householdLayer(layer, null, [])
        continue
      }
      const sums = this.gather(pass, gathered)
      this.householdLayer(first, sums, gathered)
      for (const layer of others) this.householdLayer(layer, null, [])
    }
    const lists = this.memberResults()
    return `with ${this.selects.join(',\n')}\n${this.answer(lists)}`
  }

  private select(name: string, text: string): void {
    this.selects.push(`${name} as (\n  ${text}\n)`)
  }

  private facts(scope: Step['scope'], source: SqlSource): Relation {
    const name = `${scope}_0`
    this.select(name, printFacts(scope, source, this.lowered))
    const has = [...this.lowered.columns.entries()].flatMap(([i, column]) =>
      column.scope === scope ? [`c${i}`, ...(column.missing === 'never' ? [] : [`u${i}`])] : [],
    )
    return { name, has: new Set(has) }
  }

  // ── Members ──

  private memberLayer(layer: Layer): void {
    const loops = layer.filter(index => isLoop(this.stepAt(index)))
    const looked = loops.length > 0 ? this.lookAround(loops) : null
    const at = this.besideMember()
    const plain = layer.filter(index => !loops.includes(index)).map(index => `${this.value(index, at)} as s${index}`)
    const carried = [...this.readByMembers].filter(name => this.households.has.has(name) && !this.members.has.has(name))
    const name = this.next('member')
    this.select(
      name,
      `select ${[
        'm.household',
        'm.position',
        'm.outside',
        ...[...this.members.has].map(column => `m.${column}`),
        ...carried.map(column => `h.${column}`),
        ...loops.map(index => `l.s${index}`),
        ...plain,
      ].join(', ')}
  from ${this.members.name} m
  ${[
    ...(carried.length > 0 ? [this.joinHousehold()] : []),
    ...(looked === null ? [] : [`join ${looked} l on l.household = m.household and l.position = m.position`]),
    'offset 0',
  ].join('\n  ')}`,
    )
    this.members = { name, has: new Set([...this.members.has, ...carried, ...layer.map(index => `s${index}`)]) }
  }

  /** For each member, loops over all members of its household. */
  private lookAround(loops: Layer): string {
    const at = this.besideMember()
    const sums = loops.map(index => `${this.gathered(nodeOf(this.stepAt(index)) as Gathered, at)} as s${index}`)
    const name = this.next('look')
    this.select(
      name,
      `select m.household, m.position, ${sums.join(', ')}
  from ${this.members.name} m
  join ${this.members.name} n on n.household = m.household
  ${at.needsHousehold() ? this.joinHousehold() : ''}
  group by m.household, m.position`,
    )
    return name
  }

  private joinHousehold(): string {
    return `join ${this.households.name} h on h.household = m.household`
  }

  /** `m` is the member, `n` another one that it looks at, `h` its household. */
  private besideMember(): Surroundings & { needsHousehold(): boolean } {
    let joins = false
    const name = (column: string, row: Row) => {
      if (row !== 'household') return `${row === 0 ? 'm' : 'n'}.${column}`
      if (this.members.has.has(column)) return `m.${column}`
      joins = true
      return `h.${column}`
    }
    return { ...this.reading(name), needsHousehold: () => joins }
  }

  // ── Households ──

  /** One row for each household that has members. */
  private gather(pass: number, loops: Layer): string {
    const at = this.besideMember()
    const sums = loops.map(index => `${this.gathered(nodeOf(this.stepAt(index)) as Gathered, at)} as s${index}`)
    const name = `sum_${pass}`
    const first =
      pass === 1
        ? [
            'count(*) as people',
            `bool_or(m.outside)${this.needsPositions() ? ' or count(*) <> count(distinct m.position)' : ''} as outside`,
          ]
        : []
    this.select(
      name,
      `select ${['m.household', ...first, ...sums].join(', ')}
  from ${this.members.name} m
  ${at.needsHousehold() ? this.joinHousehold() : ''}
  group by m.household`,
    )
    return name
  }

  /** Where members are told apart by their position, two with the same one would be counted twice. */
  private needsPositions(): boolean {
    const { steps, results } = this.lowered
    return (
      steps.some(step => step.scope === 'member' && isLoop(step)) || results.some(({ scope }) => scope === 'member')
    )
  }

  private householdLayer(layer: Layer, sums: string | null, gathered: Layer): void {
    const fromSums = new Set(gathered.map(index => `s${index}`))
    const at = this.reading(column => (fromSums.has(column) ? `a.${column}` : `h.${column}`))
    const isFirst = sums === 'sum_1'
    const outside = isFirst
      ? `h.outside or coalesce(a.outside or a.people > ${this.lowered.longest}, true) as outside`
      : 'h.outside'
    const name = this.next('household')
    this.select(
      name,
      `select ${[
        'h.household',
        outside,
        ...[...this.households.has].map(column => `h.${column}`),
        ...[...fromSums].map(column => `a.${column}`),
        ...layer.map(index => `${this.value(index, at)} as s${index}`),
      ].join(', ')}
  from ${this.households.name} h
  ${sums === null ? '' : `left join ${sums} a on a.household = h.household`}
  offset 0`,
    )
    this.households = {
      name,
      has: new Set([...this.households.has, ...fromSums, ...layer.map(index => `s${index}`)]),
    }
  }

  // ── What comes out ──

  /** Results about members as lists in the order of the members; null when none are wanted. */
  private memberResults(): string | null {
    const results = [...this.lowered.results.entries()].filter(([, { scope }]) => scope === 'member')
    if (results.length === 0) return null
    const at = this.besideMember()
    const lists = results.flatMap(([i, result]) =>
      this.resultColumns(i, result, at).map(([value, name]) => `array_agg(${value} order by m.position) as ${name}`),
    )
    const doubts = this.doubts('member', at)
    this.select(
      'list',
      `select ${['m.household', `bool_or(${doubts}) as doubtful`, ...lists].join(', ')}
  from ${this.members.name} m
  ${at.needsHousehold() ? this.joinHousehold() : ''}
  group by m.household`,
    )
    return 'list'
  }

  /** What is not sure is null, so that nobody takes it for an answer. */
  private answer(lists: string | null): string {
    const at = this.reading(column => `h.${column}`)
    const columns = [...this.lowered.results.entries()].flatMap(([i, result]) => {
      const own = this.resultColumns(i, result, at)
      return result.scope === 'household' ? own : own.map(([, name]) => [`l.${name}`, name] as const)
    })
    const doubts = this.doubts('household', at)
    const doubtful = lists === null ? doubts : `(${doubts} or coalesce(l.doubtful, true))`
    const fence = doubtful === 'false' ? '' : '\n  offset 0'
    return `select q.household, q.outside, not q.outside and q.doubtful as doubtful${columns
      .map(([, name]) => `,\n  case when q.outside or q.doubtful then null else q.${name} end as ${name}`)
      .join('')}
from (
  select h.household, h.outside, ${doubtful} as doubtful${columns
    .map(([value, name]) => `,\n    ${value} as ${name}`)
    .join('')}
  from ${this.households.name} h${lists === null ? '' : `\n  left join ${lists} l on l.household = h.household`}${fence}
) q`
  }

  /** Whether one of the results about this scope is in doubt. */
  private doubts(scope: Step['scope'], at: Surroundings): string {
    const steps = this.lowered.results.flatMap(result =>
      result.scope === scope && result.doubt !== null ? [result.doubt] : [],
    )
    return steps.length === 0 ? 'false' : `(${[...new Set(steps)].map(step => this.read(step, at)).join(' or ')})`
  }

  /** The value, and for a number what stands below its line. */
  private resultColumns(i: number, { value }: Result, at: Surroundings): (readonly [value: string, name: string])[] {
    const found = [this.read(value.step, at), `r${i}`] as const
    if (value.kind !== 'number') return [found]
    const under = value.denominators.map(step => named(this.read(step, at), (nodeOf(this.stepAt(step)) as Whole).range))
    return [found, [lineOf(value.scale, under), `o${i}`]]
  }

  /** A result about a member may be the household's own, the same for each of them. */
  private read(step: number, at: Surroundings): string {
    return at.step(step, this.stepAt(step).scope === 'household' ? 'household' : 0)!
  }

  // ── One step ──

  private gathered(loop: Gathered, at: Surroundings): string {
    if (loop.kind === 'some') return `bool_or(${printTruth(loop.of, at)})`
    if (loop.kind === 'every') return `bool_and(${printTruth(loop.of, at)})`
    const { how, of, range } = loop as Sum
    if (how === 'least') return `min(${printWhole(of, at)})`
    if (how === 'greatest') return `max(${printWhole(of, at)})`
    const { longest } = this.lowered
    const counted = countedIf(of)
    if (counted !== null)
      return `least(count(*)${counted === 'all' ? '' : ` filter (where ${printTruth(counted, at)})`}, ${longest})`
    // A household with too many members is left to the interpreter; its sum must not pass what its range has proven.
    return `case when count(*) <= ${longest} then ${sumOf(wholeNumber(of, at), sortOf({ range }))} else ${range.min} end`
  }

  private value(index: number, at: Surroundings): string {
    const { value } = this.stepAt(index)
    return value.kind === 'whole' ? printWhole(value.whole, at) : printTruth(value.truth, at)
  }

  private reading(name: (column: string, row: Row) => string): Surroundings {
    const { columns } = this.lowered
    return {
      fresh: this.fresh,
      column: (column, row) => name(`c${column}`, row),
      missing: (column, row) => (columns[column]!.missing === 'never' ? null : name(`u${column}`, row)),
      step: (step, row) => (this.plan.written.has(step) ? null : name(`s${step}`, row)),
      written: step => nodeOf(this.stepAt(step)),
    }
  }

  private stepAt(index: number): Step {
    return this.lowered.steps[index]!
  }

  private readonly counts = { member: 0, household: 0, look: 0 }

  private next(kind: 'member' | 'household' | 'look'): string {
    return `${kind}_${++this.counts[kind]}`
  }
}

/** What has to hold of a member who counts as one; null when the sum is not a count. */
function countedIf(of: Whole): Truth | 'all' | null {
  if (isConstant(of, 1n)) return 'all'
  return of.kind === 'select' && isConstant(of.whenTrue, 1n) && isConstant(of.whenFalse, 0n) ? of.condition : null
}

function isConstant(of: Whole, value: bigint): boolean {
  return of.kind === 'constant' && of.value === value
}

const LARGEST_INTEGER = 2n ** 31n - 1n

/** PostgreSQL sums integers as bigint, and bigints as numeric, which takes it much longer. */
function sumOf(of: WholeNumber, sort: Sort): string {
  if (fits(of.range, LARGEST_INTEGER)) return `sum((${of.text})::integer)${sort === 'bigint' ? '' : '::numeric'}`
  return `sum(${typed(of)})${sort === 'bigint' ? '::bigint' : ''}`
}

function lineOf(scale: bigint, under: readonly WholeNumber[]): string {
  return typed(under.reduce(multiply, constant(scale)))
}

/** Columns and steps of the household that are read in a loop over its members, or by a step of theirs. */
function householdValues({ steps }: LoweredProgramme, written: ReadonlySet<number>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const step of steps) {
    if (step.scope === 'household' && !isLoop(step)) continue
    for (const name of householdNames(nodeOf(step), steps, written)) names.add(name)
  }
  return names
}

function* householdNames(node: Node, steps: readonly Step[], written: ReadonlySet<number>): Generator<string> {
  if (node.kind === 'step' && written.has(node.step)) yield* householdNames(nodeOf(steps[node.step]!), steps, written)
  else if ('row' in node && node.row === 'household') {
    if (node.kind === 'step') yield `s${node.step}`
    else if (node.kind === 'missing') yield `u${node.column}`
    else if (node.kind === 'column') yield `c${node.column}`
  }
  for (const part of parts(node)) yield* householdNames(part, steps, written)
}

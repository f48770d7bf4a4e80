/**
 * The decision of every household of a batch. The kernel works out all of them; those it doubts, because something is
 * unset or outside what it can prove, are worked out again by the exact interpreter, which also says what it refuses.
 */
import { Problem } from '@doudi/kernel'
import { decideFacts } from '../evaluate.ts'
import type { Decision } from '../evaluation.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { type DecisionKey, decisionKeysOf, type Paid } from '../packs/programme-file.ts'
import type { Batch, Decisions } from './batch.ts'
import { type Answers, compileColumns, type Kernel, type Piece, roomFor, runPiece, valuesOf } from './kernel.ts'
import { type KeptColumn, valueAt } from './rows.ts'
import { factsAt } from './situations.ts'

/** So few that what the kernel has kept of them is still in the processor's cache when it becomes decisions. */
const PIECE = 1 << 12

/** The kernel that works out a programme's decision. */
export function decisionKernel(programme: CompiledProgramme): Kernel {
  return compileColumns(programme, [...new Set(decisionKeysOf(programme).map(key => ruleOf(programme, key)))])
}

/** `batch` has the columns of `kernel`. */
export function decideMany(programme: CompiledProgramme, kernel: Kernel, batch: Batch): Decisions {
  const decisions = new DecisionColumns(batch.households, programme.paid)
  const parts = decisionKeysOf(programme).map(key => partOf(key, programme, kernel, decisions))
  const doubtful: number[] = []
  const pieces = piecesOf(batch)
  const room = roomFor(kernel, Math.min(PIECE, batch.households), mostMembers(batch, pieces))
  for (const piece of pieces) {
    const answers = runPiece(kernel, batch, piece, room)
    for (const part of parts) part(answers, piece)
    doubtful.push(...answers.doubtful)
  }
  for (const household of batch.outside) decisions.refuse(household, 'policy.situation-invalid')
  const again = new Set([...doubtful, ...decisions.notWhole].filter(household => !decisions.isRefused(household)))
  for (const household of again)
    decisions.decide(household, () =>
      decideFacts(programme, factsAt(programme, batch, kernel.lowered.texts, household)),
    )
  return { ...decisions.done(), interpreted: again.size }
}

function piecesOf({ households }: Batch): readonly Piece[] {
  return Array.from({ length: Math.ceil(households / PIECE) }, (_, i) => ({
    from: i * PIECE,
    to: Math.min((i + 1) * PIECE, households),
  }))
}

function mostMembers({ offsets }: Batch, pieces: readonly Piece[]): number {
  return pieces.reduce((most, { from, to }) => Math.max(most, offsets[to]! - offsets[from]!), 0)
}

function ruleOf(programme: CompiledProgramme, key: DecisionKey): string {
  const named = programme.internals.assembly.programme?.decision[key]
  if (!named) throw new Error(`the programme names no formula for ${key}`)
  return named.rule
}

/** Fills one part of the decisions in from the kept values of its formula. */
type Part = (answers: Answers, piece: Piece) => void

function partOf(key: DecisionKey, programme: CompiledProgramme, kernel: Kernel, decisions: DecisionColumns): Part {
  const { results, texts } = kernel.lowered
  const name = ruleOf(programme, key)
  const { value } = results.find(({ rule }) => rule === name)!
  if (value.kind === 'text') {
    const { optionIds } = programme.internals.assembly.rules.get(name)!.rule
    decisions.nameTexts(
      key,
      texts.map(text => optionIds.get(text) ?? text),
    )
  }
  const into = decisions.columnOf(key)
  return (answers, piece) => {
    const kept = valuesOf(kernel, answers, value.step)
    if (value.kind !== 'number') return copy(kept, piece, into)
    const under = value.denominators.map(step => valuesOf(kernel, answers, step))
    decisions.amounts(piece, amountsOf(kept, under, Number(value.scale), key === 'amount' ? 100 : 1), into)
  }
}

function copy({ values, width, at }: KeptColumn, { from, to }: Piece, into: Uint8Array | Float64Array): void {
  for (let h = from, i = at; h < to; h++, i += width) into[h] = values[i]!
}

/** Values as whole fen, or people; NaN where it is none, or where doubles could not tell. */
function amountsOf(kept: KeptColumn, under: readonly KeptColumn[], scale: number, factor: number) {
  if (under.length === 0 && factor % scale === 0) return (i: number) => valueAt(kept, i) * (factor / scale)
  return (i: number) => {
    const above = valueAt(kept, i) * factor
    const line = under.reduce((product, column) => product * valueAt(column, i), scale)
    if (line === 1) return above
    return Number.isSafeInteger(above) && Number.isSafeInteger(line) && above % line === 0 ? above / line : Number.NaN
  }
}

const nothingPaid = { amountFenPerMonth: 0, amountFenOnce: 0 }

class DecisionColumns {
  private readonly eligible: Uint8Array
  private readonly route: Uint8Array
  private readonly category: Uint8Array
  private readonly amount: Float64Array
  private readonly covered: Uint8Array
  /** Households whose amount is no whole fen: the interpreter refuses them. */
  readonly notWhole: number[] = []
  private routes: string[] = []
  private categories: string[] = []
  private readonly refused = new Map<number, string>()

  private readonly paid: Paid

  constructor(households: number, paid: Paid) {
    this.paid = paid
    this.eligible = new Uint8Array(households)
    this.route = new Uint8Array(households)
    this.category = new Uint8Array(households)
    this.amount = new Float64Array(households)
    this.covered = new Uint8Array(households)
  }

  columnOf(key: DecisionKey): Uint8Array | Float64Array {
    return {
      eligible: this.eligible,
      route: this.route,
      category: this.category,
      amount: this.amount,
      coveredPeople: this.covered,
    }[key]
  }

  nameTexts(key: DecisionKey, ids: readonly string[]): void {
    if (key === 'route') this.routes = [...ids]
    else this.categories = [...ids]
  }

  amounts({ from, to }: Piece, amountAt: (i: number) => number, into: Uint8Array | Float64Array): void {
    for (let h = from; h < to; h++) {
      const amount = amountAt(h - from)
      if (!Number.isSafeInteger(amount)) this.notWhole.push(h)
      into[h] = amount
    }
  }

  decide(household: number, decide: () => Decision): void {
    try {
      this.set(household, decide())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.refuse(household, error.code)
    }
  }

  refuse(household: number, code: string): void {
    this.refused.set(household, code)
    this.set(household, { eligible: false, route: 'none', category: 'none', coveredPeople: 0, ...nothingPaid })
  }

  isRefused(household: number): boolean {
    return this.refused.has(household)
  }

  private set(household: number, decision: Decision): void {
    this.eligible[household] = decision.eligible ? 1 : 0
    this.route[household] = placeIn(this.routes, decision.route)
    this.category[household] = placeIn(this.categories, decision.category)
    this.amount[household] = decision.amountFenPerMonth + decision.amountFenOnce
    this.covered[household] = decision.coveredPeople
  }

  done(): Omit<Decisions, 'interpreted'> {
    return {
      eligible: this.eligible,
      route: this.route,
      category: this.category,
      routes: this.routes,
      categories: this.categories,
      paid: this.paid,
      amountFenPerMonth: this.amount,
      coveredPeople: this.covered,
      refused: this.refused,
    }
  }
}

function placeIn(list: string[], id: string): number {
  const place = list.indexOf(id)
  return place >= 0 ? place : list.push(id) - 1
}

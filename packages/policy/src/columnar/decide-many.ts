/**
 * The decision of every household of a batch. The kernel works out all of them; those it doubts, because something is
 * unset or outside what it can prove, are worked out again by the exact interpreter, which also says what it refuses.
 */
import { Problem } from '@doudi/kernel'
import { decideFacts } from '../evaluate.ts'
import type { Decision } from '../evaluation.ts'
import type { Result } from '../lowering/lowered.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { type DecisionKey, decisionKeysOf, type Paid } from '../packs/programme-file.ts'
import type { Batch, ColumnValues, Decisions } from './batch.ts'
import { type Answers, compileColumns, type Kernel, runKernel } from './kernel.ts'
import { factsAt } from './situations.ts'

/** The kernel that works out a programme's decision. */
export function decisionKernel(programme: CompiledProgramme): Kernel {
  return compileColumns(programme, [...new Set(decisionKeysOf(programme).map(key => ruleOf(programme, key)))])
}

/** `batch` has the columns of `kernel`. */
export function decideMany(programme: CompiledProgramme, kernel: Kernel, batch: Batch): Decisions {
  const answers = runKernel(kernel, batch)
  const decisions = new DecisionColumns(batch.households, programme.paid)
  for (const key of decisionKeysOf(programme)) fillIn(key, programme, kernel, answers, decisions)
  for (const household of batch.outside) decisions.refuse(household, 'policy.situation-invalid')
  const again = new Set(
    [...answers.doubtful, ...decisions.notWhole].filter(household => !decisions.isRefused(household)),
  )
  for (const household of again)
    decisions.decide(household, () =>
      decideFacts(programme, factsAt(programme, batch, kernel.lowered.texts, household)),
    )
  return { ...decisions.done(), interpreted: again.size }
}

function ruleOf(programme: CompiledProgramme, key: DecisionKey): string {
  const named = programme.internals.assembly.programme?.decision[key]
  if (!named) throw new Error(`the programme names no formula for ${key}`)
  return named.rule
}

/** One part of the decision from the kept values of its formula. */
function fillIn(
  key: DecisionKey,
  programme: CompiledProgramme,
  { lowered, kept }: Kernel,
  answers: Answers,
  decisions: DecisionColumns,
): void {
  const name = ruleOf(programme, key)
  const { value } = lowered.results.find(({ rule }) => rule === name)!
  const valuesOf = (step: number) => answers.kept[kept.indexOf(step)]!
  const values = valuesOf(value.step)
  if (value.kind !== 'text') {
    decisions.numbers(key, values, value.kind === 'number' ? amounts(key, value, valuesOf) : null)
    return
  }
  const { optionIds } = programme.internals.assembly.rules.get(name)!.rule
  decisions.texts(
    key,
    values,
    lowered.texts.map(text => optionIds.get(text) ?? text),
  )
}

type NumberResult = Extract<Result['value'], { kind: 'number' }>

/** A value as whole fen, or people; NaN where it is none, or where doubles could not tell. */
function amounts(key: DecisionKey, { scale, denominators }: NumberResult, valuesOf: (step: number) => ColumnValues) {
  const factor = key === 'amount' ? 100 : 1
  const under = denominators.map(valuesOf)
  return (n: number, household: number) => {
    const above = n * factor
    const line = under.reduce((product, values) => product * values[household]!, Number(scale))
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

  numbers(key: DecisionKey, values: ColumnValues, convert: ((n: number, household: number) => number) | null): void {
    const into = key === 'eligible' ? this.eligible : key === 'amount' ? this.amount : this.covered
    for (let h = 0; h < values.length; h++) {
      const value = convert ? convert(values[h]!, h) : values[h]!
      if (!Number.isSafeInteger(value)) this.notWhole.push(h)
      into[h] = value
    }
  }

  texts(key: DecisionKey, values: ColumnValues, ids: readonly string[]): void {
    if (key === 'route') this.routes = [...ids]
    else this.categories = [...ids]
    const into = key === 'route' ? this.route : this.category
    into.set(values)
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

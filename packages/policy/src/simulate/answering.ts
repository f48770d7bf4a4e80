/** Fills one column of the synthetic register: each kind of question in a loop of its own, because there are millions. */
import type { ColumnValues } from '../columnar/batch.ts'
import { type Column, packDate } from '../lowering/lowered.ts'
import type { Field } from '../schema/field.ts'
import { type Answers, answersTo, byType } from './answers.ts'
import { draw, placeIn, share, shares, streamOf } from './draw.ts'

/** Who answers: a number of their own, and of people their age and position in the household. */
export interface Rows {
  readonly numbers: Int32Array
  readonly ages: Uint8Array | null
  readonly positions: Uint8Array | null
}

export interface Asked {
  readonly seed: number
  readonly year: number
  /** Text → code, as the kernel wants it. */
  readonly codes: ReadonlyMap<string, number>
}

export function fillAnswers(values: ColumnValues, { field, encoding }: Column, rows: Rows, asked: Asked): void {
  const stream = streamOf(asked.seed, field.id)
  const answers = answersTo[field.id] ?? usual(field, encoding)
  if (field.id === 'relation' && rows.positions) fillRelations(values, field, rows, asked)
  else if (encoding === 'date') fillDates(values, rows, stream, asked.year)
  else if (answers.kind === 'yes') fillYes(values, rows, stream, share(answers.of1000))
  else if (answers.kind === 'one-of') fillChoices(values, field, rows, stream, answers.shares, asked)
  else fillAmounts(values, field, rows, stream, answers)
}

function fillYes(values: ColumnValues, { numbers }: Rows, stream: number, below: number): void {
  for (let i = 0; i < numbers.length; i++) values[i] = draw(stream, numbers[i]!) < below ? 1 : 0
}

function fillChoices(
  values: ColumnValues,
  field: Field,
  { numbers }: Rows,
  stream: number,
  weights: Readonly<Record<string, number>>,
  { codes }: Asked,
): void {
  const named = field.options.filter(({ id }) => weights[id] !== undefined)
  const ends = shares(named.map(({ id }) => weights[id]!))
  const chosen = named.map(({ value }) => codes.get(value)!)
  for (let i = 0; i < numbers.length; i++) values[i] = chosen[placeIn(ends, draw(stream, numbers[i]!))]!
}

function fillAmounts(
  values: ColumnValues,
  field: Field,
  { numbers, ages }: Rows,
  stream: number,
  { of1000, from, to, ages: [youngest, oldest] = [0, 255] }: Extract<Answers, { kind: 'amount' }>,
): void {
  const unit = 10 ** field.decimals
  const [least, most] = [Number(field.min) * unit, Number(field.max) * unit]
  const below = share(of1000)
  for (let i = 0; i < numbers.length; i++) {
    const age = ages?.[i] ?? youngest
    const has = age >= youngest && age <= oldest && draw(stream, numbers[i]!) < below
    const amount = has ? sized(draw(stream ^ 1, numbers[i]!), from, to, unit) : 0
    values[i] = Math.min(Math.max(amount, least), most)
  }
}

/** Small amounts more often than large ones; half of the larger ones are round, as people say them. */
function sized(number: number, from: number, to: number, unit: number): number {
  const part = number / 2 ** 32
  const value = from + (to - from) * part * part
  return to > 100 && number % 2 === 0 ? Math.round(value / 10) * 10 * unit : Math.round(value * unit)
}

function fillDates(values: ColumnValues, { numbers, ages }: Rows, stream: number, year: number): void {
  for (let i = 0; i < numbers.length; i++) {
    const number = draw(stream, numbers[i]!)
    values[i] = packDate(year - (ages?.[i] ?? 0), 1 + (number % 12), 1 + (number % 28))
  }
}

function fillRelations(
  values: ColumnValues,
  { options }: Field,
  { numbers, ages, positions }: Rows,
  { codes }: Asked,
): void {
  const codeOf = (id: string) => codes.get((options.find(option => option.id === id) ?? options[0]!).value)!
  const [self, spouse, child, parent] = ['self', 'spouse', 'child', 'parent'].map(codeOf)
  for (let i = 0; i < numbers.length; i++) {
    const [position, age] = [positions![i]!, ages![i]!]
    if (position === 0) values[i] = self!
    else if (position === 1 && age > 24) values[i] = spouse!
    else values[i] = age > 60 ? parent! : child!
  }
}

/** For a question that no list knows. */
function usual({ options }: Field, encoding: Column['encoding']): Answers {
  if (encoding === 'yes-no') return byType.yes
  if (encoding === 'number') return byType.amount
  const weights = options.map((option, i): [string, number] => [option.id, i === 0 ? 850 : 150 / options.length])
  return { kind: 'one-of', shares: Object.fromEntries(weights) }
}

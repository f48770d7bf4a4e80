/** A checked formula, node by node, to whole numbers, truths and the doubt that comes with them. */
import type { Checked, Row } from '../check/checked.ts'
import { Unknown } from '../interpret/run.ts'
import { lowerCall } from './lower-call.ts'
import { lowerComparison, lowerIn } from './lower-comparison.ts'
import type { DatePart, Whole } from './lowered.ts'
import { dateConstant, type Lowering, settingConstant } from './lowering.ts'
import { NotLowerable } from './not-lowerable.ts'
import { ofRule, renamed } from './rules.ts'
import * as scaled from './scaled.ts'
import * as truth from './truth.ts'
import { certainNumber, certainTruth, certainWhole, doubtful, type Lowered, number, wholeOf, yesNo } from './value.ts'
import * as whole from './whole.ts'

export function lower(e: Checked, into: Lowering): Lowered {
  switch (e.kind) {
    case 'number':
      return certainNumber(scaled.ofRational(e.value))
    case 'text':
      return certainWhole(into.code(e.value))
    case 'yes-no':
      return certainTruth(truth.always(e.value))
    case 'date':
      return certainWhole(dateConstant(e.value))
    case 'duration':
      return certainWhole(whole.constant(BigInt(e.months)))
    case 'day-of-evaluation':
      return certainWhole(into.day)
    case 'field':
      return lowerField(e.name, e.row, into)
    case 'rule':
      return renamed(ofRule(e.name, into), e.row)
    case 'parameter':
      return lowerParameter(e.name, kindOf(e), into)
    case 'part':
      return lowerPart(e, into)
    case 'negate': {
      const of = number(into.lower(e.of))
      return { ...of, number: scaled.negate(of.number) }
    }
    case 'not': {
      const of = yesNo(into.lower(e.of))
      return { ...of, truth: truth.not(of.truth) }
    }
    case 'arithmetic':
      return lowerArithmetic(e, into)
    case 'comparison':
      return lowerComparison(e, into)
    case 'in':
      return lowerIn(e, into)
    case 'and':
    case 'or':
      return lowerLogic(e, into)
    case 'if':
      return lowerIf(e, into)
    case 'quantified':
      return lowerQuantified(e, into)
    case 'call':
      return lowerCall(e, into)
    default:
      throw new NotLowerable(`${e.kind} stands where one value is needed`)
  }
}

function kindOf({ type }: Checked): Lowered['kind'] {
  return type.kind === 'number' ? 'number' : type.kind === 'yes-no' ? 'truth' : 'whole'
}

function lowerField(name: string, row: Row, into: Lowering): Lowered {
  const { index, column } = into.column(name)
  if (column.field.type === 'text') throw new NotLowerable(`${name} is free text`)
  const doubt = column.missing === 'undetermined' ? truth.missing(index, row) : truth.always(false)
  if (column.encoding === 'yes-no') return { kind: 'truth', truth: { kind: 'column', column: index, row }, doubt }
  const value = whole.columnValue(index, row, column.range)
  if (column.encoding !== 'number') return { kind: 'whole', whole: value, doubt }
  return { kind: 'number', number: scaled.scaled(value, 10n ** BigInt(column.field.decimals)), doubt }
}

/** Reading what is unset refuses, so that whatever depends on it is in doubt. */
function lowerParameter(name: string, kind: Lowered['kind'], into: Lowering): Lowered {
  const { program, slots } = into.programme.internals
  const setting = program.parameters[slots.parameters.get(name)!]!
  return setting instanceof Unknown ? doubtful(kind) : settingConstant(setting, into)
}

function lowerPart(e: Checked & { kind: 'part' }, into: Lowering): Lowered {
  const of = wholeOf(into.lower(e.of))
  const twelve = whole.constant(12n)
  const result = (n: Whole): Lowered => ({ kind: 'number', number: scaled.scaled(n), doubt: of.doubt })
  if (e.part !== 'years' && e.part !== 'months') return result(whole.datePart(e.part as DatePart, of.whole))
  const years = whole.quotient('down', of.whole, twelve)
  return result(e.part === 'years' ? years : whole.subtract(of.whole, whole.multiply(years, twelve)))
}

function lowerArithmetic(e: Checked & { kind: 'arithmetic' }, into: Lowering): Lowered {
  const [left, right] = [into.lower(e.left), into.lower(e.right)]
  const doubt = truth.or(left.doubt, right.doubt)
  if (e.type.kind === 'date') {
    const months = wholeOf(right).whole
    const moved = whole.addMonths(wholeOf(left).whole, e.operator === '+' ? months : whole.negate(months))
    return { kind: 'whole', whole: moved, doubt }
  }
  const [a, b] = [number(left).number, number(right).number]
  switch (e.operator) {
    case '+':
      return { kind: 'number', number: scaled.add(a, b), doubt }
    case '-':
      return { kind: 'number', number: scaled.subtract(a, b), doubt }
    case '*':
      return { kind: 'number', number: scaled.multiply(a, b), doubt }
    case '/':
      // What is divided by something unset has no value either, whatever stands in its place.
      if (truth.isAlways(right.doubt, true)) return doubtful('number')
      return {
        kind: 'number',
        number: scaled.divide(a, b, by => into.divisor(by)),
        doubt: truth.or(doubt, into.beyond(b.n)),
      }
  }
}

/** The right side is read only when the left has not decided. */
function lowerLogic(e: Checked & { kind: 'and' | 'or' }, into: Lowering): Lowered {
  const [left, right] = [yesNo(into.lower(e.left)), yesNo(into.lower(e.right))]
  const reached = e.kind === 'and' ? left.truth : truth.not(left.truth)
  return {
    kind: 'truth',
    truth: (e.kind === 'and' ? truth.and : truth.or)(left.truth, right.truth),
    doubt: truth.or(left.doubt, truth.and(reached, right.doubt)),
  }
}

function lowerIf(e: Checked & { kind: 'if' }, into: Lowering): Lowered {
  const condition = yesNo(into.lower(e.condition))
  const [a, b] = [into.lower(e.whenTrue), into.lower(e.whenFalse)]
  const doubt = truth.or(condition.doubt, truth.select(condition.truth, a.doubt, b.doubt))
  if (a.kind === 'number')
    return { kind: 'number', number: scaled.choose(condition.truth, a.number, number(b).number), doubt }
  if (a.kind === 'whole')
    return { kind: 'whole', whole: whole.choose(condition.truth, a.whole, wholeOf(b).whole), doubt }
  return { kind: 'truth', truth: truth.select(condition.truth, a.truth, yesNo(b).truth), doubt }
}

/** `some` and `every` stop at the first member that decides; doubt about a later one is doubt all the same. */
function lowerQuantified(e: Checked & { kind: 'quantified' }, into: Lowering): Lowered {
  const filter = e.filter ? yesNo(into.lower(e.filter)) : certainTruth(truth.always(true))
  const among = yesNo(filter)
  const condition = yesNo(into.lower(e.condition))
  const holds =
    e.quantifier === 'some'
      ? truth.someMember(e.row, truth.and(among.truth, condition.truth))
      : truth.everyMember(e.row, truth.or(truth.not(among.truth), condition.truth))
  const unknown = truth.or(among.doubt, truth.and(among.truth, condition.doubt))
  const doubt = truth.or(unknown, truth.or(into.beyond(among.truth), into.beyond(condition.truth)))
  return { kind: 'truth', truth: into.loopTruth(holds), doubt: into.loopTruth(truth.someMember(e.row, doubt)) }
}

/** The built-in functions. A list is never a value: what is asked of it becomes a loop or is written out. */
import type { Checked, FunctionName } from '../check/checked.ts'
import { compareLowered } from './lower-comparison.ts'
import type { Truth, Whole, WholeRounding } from './lowered.ts'
import type { Lowering } from './lowering.ts'
import { NotLowerable } from './not-lowerable.ts'
import * as scaled from './scaled.ts'
import * as truth from './truth.ts'
import { doubtful, type Lowered, number, wholeOf, yesNo } from './value.ts'
import * as whole from './whole.ts'

type Call = Checked & { kind: 'call' }

export function lowerCall(e: Call, into: Lowering): Lowered {
  const [first, second] = e.arguments
  switch (e.callee) {
    case 'sum':
      return fold(first!, 'sum', into)
    case 'count':
      return counted(first!, into)
    case 'mean': {
      const [total, many] = [number(fold(first!, 'sum', into)), number(counted(first!, into))]
      const mean = scaled.divide(total.number, many.number, by => into.divisor(by))
      return { kind: 'number', number: mean, doubt: total.doubt }
    }
    case 'min':
    case 'max': {
      const how = e.callee === 'min' ? 'least' : 'greatest'
      return e.arguments.length === 1 ? fold(first!, how, into) : foldValues(e.arguments, how, into)
    }
    case 'all':
    case 'any':
      return overTruths(e.callee, first!, into)
    case 'list contains':
      return contains(first!, second!, into)
    case 'years and months duration': {
      const [start, end] = [wholeOf(into.lower(first!)), wholeOf(into.lower(second!))]
      return {
        kind: 'whole',
        whole: whole.monthsBetween(start.whole, end.whole),
        doubt: truth.or(start.doubt, end.doubt),
      }
    }
    case 'modulo': {
      const [a, b] = [number(into.lower(first!)), number(into.lower(second!))]
      if (truth.isAlways(b.doubt, true)) return doubtful('number')
      return { kind: 'number', number: scaled.modulo(a.number, b.number), doubt: truth.or(a.doubt, b.doubt) }
    }
    default:
      return ofOneNumber(e, into)
  }
}

const roundings: Readonly<Partial<Record<FunctionName, WholeRounding>>> = {
  ceiling: 'ceiling',
  floor: 'floor',
  decimal: 'half even',
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half up',
  'round half down': 'half down',
}

function ofOneNumber({ callee, arguments: [first, digits] }: Call, into: Lowering): Lowered {
  const { number: value, doubt } = number(into.lower(first!))
  const rounding = roundings[callee]
  if (rounding) {
    const places = digits?.kind === 'number' ? Number(digits.value.n) : 0
    return { kind: 'number', number: scaled.rounded(rounding, places, value), doubt }
  }
  if (callee === 'abs') return { kind: 'number', number: scaled.absolute(value), doubt }
  if (callee === 'even' || callee === 'odd') return { kind: 'truth', truth: isEven(value, callee), doubt }
  throw new NotLowerable(`${callee} has no form in columns`)
}

/** A fraction is neither even nor odd. */
function isEven(value: scaled.Scaled, callee: 'even' | 'odd'): Truth {
  const line = scaled.lineOf(value)
  const dividesBy = (by: Whole) => truth.compare('=', whole.remainder(value.n, by), whole.zero)
  const even = dividesBy(whole.multiply(line, whole.constant(2n)))
  return callee === 'even' ? even : truth.and(dividesBy(line), truth.not(even))
}

type How = 'sum' | 'least' | 'greatest'
const apply = { sum: scaled.add, least: scaled.least, greatest: scaled.greatest } as const

function foldValues(values: readonly Checked[], how: How, into: Lowering): Lowered {
  const [head, ...rest] = values.map(value => number(into.lower(value)))
  return rest.reduce(
    (a, b) => ({
      kind: 'number',
      number: apply[how](a.number, b.number),
      doubt: truth.or(a.doubt, b.doubt),
    }),
    head!,
  )
}

/** Sum, smallest or largest over a list. What stands below the line of each member must be the household's. */
function fold(list: Checked, how: How, into: Lowering): Lowered {
  if (list.kind === 'list') return foldValues(list.items, how, into)
  const { row, condition, body } = each(list, into)
  const { n, scale, under } = number(body).number
  if (under.some(divisor => divisor.row === row))
    throw new NotLowerable('a sum of quotients with divisors of their own')
  const counts = how === 'sum' ? whole.choose(condition.truth, n, whole.zero) : n
  const reduced = whole.reduce(how, row, counts, into.longest)
  const unsure = someDoubt(row, condition, body, into.beyond(counts), into)
  return {
    kind: 'number',
    number: { n: into.loopWhole(reduced), scale, under },
    doubt: how === 'sum' ? truth.or(unsure, into.sumBeyond(row, counts, reduced.range)) : unsure,
  }
}

/** Of a list that is written out the number is known; its values are read all the same, and may be in doubt. */
function counted(list: Checked, into: Lowering): Lowered {
  if (list.kind === 'list')
    return {
      kind: 'number',
      number: scaled.scaled(whole.constant(BigInt(list.items.length))),
      doubt: list.items.map(item => into.lower(item).doubt).reduce(truth.or, truth.always(false)),
    }
  const { row, condition, body } = each(list, into)
  const n = into.loopWhole(whole.reduce('sum', row, whole.countIf(condition.truth), into.longest))
  return {
    kind: 'number',
    number: scaled.scaled(n),
    doubt: someDoubt(row, condition, body, into.beyond(condition.truth), into),
  }
}

function overTruths(callee: 'all' | 'any', list: Checked, into: Lowering): Lowered {
  const join = callee === 'all' ? truth.and : truth.or
  if (list.kind === 'list') {
    const items = list.items.map(item => yesNo(into.lower(item)))
    return {
      kind: 'truth',
      truth: items.map(item => item.truth).reduce(join, truth.always(callee === 'all')),
      doubt: items.map(item => item.doubt).reduce(truth.or, truth.always(false)),
    }
  }
  const { row, condition, body } = each(list, into)
  const value = yesNo(body).truth
  const holds =
    callee === 'all'
      ? truth.everyMember(row, truth.or(truth.not(condition.truth), value))
      : truth.someMember(row, truth.and(condition.truth, value))
  const beyond = truth.or(into.beyond(condition.truth), into.beyond(value))
  return { kind: 'truth', truth: into.loopTruth(holds), doubt: someDoubt(row, condition, body, beyond, into) }
}

function contains(list: Checked, sought: Checked, into: Lowering): Lowered {
  const value = into.lower(sought)
  if (list.kind === 'list') {
    const items = list.items.map(item => into.lower(item))
    return {
      kind: 'truth',
      truth: items.map(item => compareLowered('=', item, value)).reduce(truth.or, truth.always(false)),
      doubt: items.map(item => item.doubt).reduce(truth.or, value.doubt),
    }
  }
  const { row, condition, body } = each(list, into)
  const hit = truth.and(condition.truth, compareLowered('=', body, value))
  const holds = truth.someMember(row, hit)
  const doubt = truth.or(value.doubt, someDoubt(row, condition, body, into.beyond(hit), into))
  return { kind: 'truth', truth: into.loopTruth(holds), doubt }
}

interface Each {
  readonly row: number
  readonly condition: { readonly truth: Truth; readonly doubt: Truth }
  readonly body: Lowered
}

function each(list: Checked, into: Lowering): Each {
  if (list.kind !== 'each') throw new NotLowerable('a list that is neither written out nor of members')
  const condition = list.condition
    ? yesNo(into.lower(list.condition))
    : { truth: truth.always(true), doubt: truth.always(false) }
  return { row: list.row, condition, body: into.lower(list.body) }
}

/** Something unknown is read of a member that counts, or a number of any member may be too large. */
function someDoubt(row: number, condition: Each['condition'], body: Lowered, beyond: Truth, into: Lowering): Truth {
  const unknown = truth.or(condition.doubt, truth.and(condition.truth, body.doubt))
  return into.loopTruth(truth.someMember(row, truth.or(unknown, beyond)))
}

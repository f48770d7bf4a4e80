/** A formula as a Chinese sentence, for people who do not read formulas. It says what is done, not how it is written. */
import type { Checked, CheckedTest, FunctionName } from '../check/checked.ts'
import { toDecimal } from '../rational/rational.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'

const comparisons: Readonly<Record<ComparisonOperator, string>> = {
  '=': '是',
  '!=': '不是',
  '<': '低于',
  '<=': '不超过',
  '>': '超过',
  '>=': '不低于',
}
const signs = { '+': '加', '-': '减', '*': '乘以', '/': '除以' } as const
const calls: Readonly<Partial<Record<FunctionName, (values: readonly string[]) => string>>> = {
  sum: ([list]) => `${list}的合计`,
  all: ([list]) => `${list}都是“是”`,
  any: ([list]) => `${list}里有“是”`,
  count: ([list]) => `${list}的人数`,
  mean: ([list]) => `${list}的平均数`,
  min: values => (values.length === 1 ? `${values[0]}中最低的` : `${values.join('和')}中最低的`),
  max: values => (values.length === 1 ? `${values[0]}中最高的` : `${values.join('和')}中最高的`),
  ceiling: ([x]) => `${x}（进一到整数）`,
  floor: ([x]) => `${x}（舍去小数）`,
  'round up': ([x, digits]) => `${x}（进一，保留 ${digits} 位小数）`,
  'round down': ([x, digits]) => `${x}（舍去，保留 ${digits} 位小数）`,
  'round half up': ([x, digits]) => `${x}（四舍五入，保留 ${digits} 位小数）`,
  'list contains': ([list, x]) => `${list}里有${x}`,
  'years and months duration': ([from, to]) => `从${from}到${to}的时间`,
}

export function formulaInWords(tree: Checked): string {
  return say(tree)
    .replace(/\s+/g, ' ')
    .replace(/ ?([，。；、（）“”]) ?/g, '$1')
    .trim()
}

function say(tree: Checked): string {
  switch (tree.kind) {
    case 'number':
      return ` ${toDecimal(tree.value)} `
    case 'text':
      return `“${tree.value}”`
    case 'yes-no':
      return tree.value ? '是' : '否'
    case 'null':
      return '没有'
    case 'date':
      return ` ${tree.value.toString()} `
    case 'duration':
      return ` ${tree.months} 个月`
    case 'day-of-evaluation':
      return '评估日期'
    case 'field':
    case 'rule':
    case 'parameter':
      return tree.name
    case 'part':
      return `${say(tree.of)}的${parts[tree.part]}`
    case 'negate':
      return `负${inner(tree.of)}`
    case 'not':
      return `${inner(tree.of)}为否`
    case 'arithmetic':
      return arithmetic(tree)
    case 'comparison':
      return `${say(tree.left)}${comparisons[tree.operator]}${say(tree.right)}`
    case 'in':
      return `${say(tree.of)}${tree.tests.map(testInWords).join('或')}`
    case 'and':
    case 'or':
      return [tree.left, tree.right]
        .map(part => joined(part, tree.kind))
        .join(tree.kind === 'and' ? '，并且' : '，或者')
    case 'if':
      return choice(tree)
    case 'each':
      return `每位${tree.condition ? `${inner(tree.condition)}的` : ''}成员的${inner(tree.body)}`
    case 'quantified':
      return `${tree.quantifier === 'some' ? '有' : '每一位'}${tree.filter ? `${inner(tree.filter)}的` : ''}成员${inner(tree.condition)}`
    case 'list':
      return tree.items.map(say).join('、')
    case 'call':
      return call(tree)
  }
}

const parts = { year: '年份', month: '月份', day: '日', years: '整年数', months: '余下月数' } as const

/** `a + b - c` needs no brackets, `(a + b) * c` does. */
function arithmetic({ operator, left, right }: Checked & { kind: 'arithmetic' }): string {
  const isSum = operator === '+' || operator === '-'
  const leftPlain = left.kind === 'arithmetic' && (isSum || left.operator === '*' || left.operator === '/')
  return `${leftPlain ? say(left) : inner(left)}${signs[operator]}${inner(right)}`
}

function choice({ condition, whenTrue, whenFalse }: Checked & { kind: 'if' }): string {
  const value = (tree: Checked) => (tree.kind === 'if' ? inner(tree) : say(tree))
  const otherwise = whenFalse.kind === 'if' ? choice(whenFalse) : `是${say(whenFalse)}`
  return `如果${say(condition)}，就是${value(whenTrue)}；否则${otherwise}`
}

/** The usual ways of counting and adding members and of stopping at zero have words of their own. */
function call({ callee, arguments: values }: Checked & { kind: 'call' }): string {
  const [first, second] = values
  if (callee === 'count' && first!.kind === 'each' && first!.body.kind === 'yes-no')
    return first!.condition ? `${inner(first!.condition)}的成员人数` : '成员人数'
  if (callee === 'sum' && first!.kind === 'each') return sumOfMembers(first!)
  if (callee === 'max' && values.length === 2 && isNumber(second!, 0n)) return `${inner(first!)}，不足 0 的按 0 算`
  if (callee === 'max' && values.length === 2 && isNumber(second!, 1n)) return `${inner(first!)}（至少按 1 算）`
  const words = calls[callee] ?? (said => `${callee}（${said.join('，')}）`)
  return words(values.map(value => (values.length === 1 ? say(value) : inner(value))))
}

function sumOfMembers({ condition, body }: Checked & { kind: 'each' }): string {
  const who = (extra: Checked | null) => [condition, extra].flatMap(part => (part ? [`${inner(part)}的`] : [])).join('')
  if (body.kind !== 'if' || !isNumber(body.whenFalse, 0n)) return `${who(null)}每位成员的${inner(body)}的合计`
  if (isNumber(body.whenTrue, 1n)) return `${who(body.condition)}成员人数`
  return `${who(body.condition)}每位成员的${inner(body.whenTrue)}的合计`
}

function isNumber(tree: Checked, value: bigint): boolean {
  return tree.kind === 'number' && tree.value.n === value && tree.value.d === 1n
}

/** A part that is itself a sentence stands in brackets. */
function inner(tree: Checked): string {
  const isSentence = ['if', 'and', 'or', 'arithmetic', 'comparison', 'in', 'not'].includes(tree.kind)
  return isSentence ? `（${say(tree)}）` : say(tree)
}

/** `a and b and c` needs no brackets; `a and (b or c)` does. */
function joined(tree: Checked, kind: 'and' | 'or'): string {
  return tree.kind === kind || ['comparison', 'in', 'not'].includes(tree.kind) ? say(tree) : inner(tree)
}

function testInWords(test: CheckedTest): string {
  if (test.kind === 'compare') return `${comparisons[test.operator]}${inner(test.value)}`
  const [low, high] = [inner(test.low), inner(test.high)]
  return `在${low}${test.includesLow ? '' : '（不含）'}到${high}${test.includesHigh ? '' : '（不含）'}之间`
}

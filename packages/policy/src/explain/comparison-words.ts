/** One failing condition in words: what is, what ought to be, and what would make up the difference. */
import type { Checked, CheckedTest } from '../check/checked.ts'
import type { Obstacle, ShownValue } from '../evaluation.ts'
import type { Value } from '../interpret/value.ts'
import type { ChosenRule } from '../packs/assemble.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { compare, type Rational, subtract, whole } from '../rational/rational.ts'
import { round } from '../rational/rounding.ts'
import type { Wording } from '../schema/citation.ts'
import { showUnit } from '../schema/unit.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'
import { type Shown, show, showNumber, withUnit } from './display.ts'
import { formulaInWords } from './formula-words.ts'

/** One side of a comparison. `name` is null for a value that is written out. */
interface Side {
  readonly name: Wording | null
  readonly shown: ShownValue
  readonly value: Value
  /** A parameter or a written value: the household cannot change it. */
  readonly fixed: boolean
  readonly whole: boolean
}

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
}
const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
}
const demands: Readonly<Record<ComparisonOperator, Wording>> = {
  '<': { 'zh-CN': '要低于', en: 'must be below' },
  '<=': { 'zh-CN': '不能超过', en: 'must not be above' },
  '>': { 'zh-CN': '要高于', en: 'must be above' },
  '>=': { 'zh-CN': '至少要是', en: 'must be at least' },
  '=': { 'zh-CN': '要是', en: 'must be' },
  '!=': { 'zh-CN': '不能是', en: 'must not be' },
}
/** Nobody makes years or people more or less for the sake of a rule. */
const beyondReach = new Set(['岁', '月', '年', '人', '级'])

export class Teller {
  private readonly programme: CompiledProgramme
  private readonly read: (tree: Checked) => Value

  constructor(programme: CompiledProgramme, read: (tree: Checked) => Value) {
    this.programme = programme
    this.read = read
  }

  tell(tree: Checked, wanted: boolean, about: ChosenRule): Obstacle {
    if (tree.kind === 'comparison' && tree.left.kind !== 'null' && tree.right.kind !== 'null')
      return this.comparison(tree, wanted, about)
    if (tree.kind === 'in') return this.membership(tree, wanted, about)
    if (tree.kind === 'field' || tree.kind === 'rule') return this.named(tree, wanted, about)
    const text = {
      'zh-CN': `“${about.rule.label['zh-CN']}”这一条不符合。`,
      en: `“${about.rule.label.en}” does not hold.`,
    }
    return obstacle(about, null, null, null, text)
  }

  private comparison(tree: Checked & { kind: 'comparison' }, wanted: boolean, about: ChosenRule): Obstacle {
    const written = wanted ? tree.operator : opposite[tree.operator]
    const [left, right] = [this.side(tree.left, tree.right, about), this.side(tree.right, tree.left, about)]
    const swap = left.fixed && !right.fixed
    const [subject, limit, compared] = swap ? [right, left, mirrored[written]] : [left, right, written]
    const [line, operator] = orNext(subject, limit, compared)
    const distance = distanceOf(subject, line, operator)
    const is = isSentence(subject, about)
    const change = distance && changeOf(subject, line, distance, operator)
    return obstacle(about, subject, line.shown, distance, {
      'zh-CN': `${is['zh-CN']}，${demands[operator]['zh-CN']}${named(line, 'zh-CN')}${change ? `；${change['zh-CN']}` : ''}。`,
      en: `${is.en}; it ${demands[operator].en} ${named(line, 'en')}${change ? `. ${change.en}` : ''}.`,
    })
  }

  private membership(tree: Checked & { kind: 'in' }, wanted: boolean, about: ChosenRule): Obstacle {
    const subject = this.side(tree.of, tree.of, about)
    const is = isSentence(subject, about)
    const allowed = (locale: 'zh-CN' | 'en') =>
      tree.tests.map(test => this.testWords(test, tree.of, about, locale)).join(locale === 'en' ? ' or ' : '或')
    return obstacle(about, subject, null, null, {
      'zh-CN': `${is['zh-CN']}，${wanted ? '要' : '不能'}是${allowed('zh-CN')}。`,
      en: `${is.en}; it must ${wanted ? '' : 'not '}be ${allowed('en')}.`,
    })
  }

  private testWords(test: CheckedTest, of: Checked, about: ChosenRule, locale: 'zh-CN' | 'en'): string {
    const words = (tree: Checked) => this.side(tree, of, about).shown.display[locale]
    if (test.kind === 'range') return `${words(test.low)}${locale === 'en' ? ' to ' : ' 到 '}${words(test.high)}`
    if (test.operator === '=') return words(test.value)
    return `${demands[test.operator][locale].replace(/^要|^must be /, '')}${words(test.value)}`
  }

  private named(tree: Checked & { kind: 'field' | 'rule' }, wanted: boolean, about: ChosenRule): Obstacle {
    const label = this.labelOf(tree, about)
    const text = {
      'zh-CN': `“${label['zh-CN']}”现在是“${wanted ? '否' : '是'}”，要是“${wanted ? '是' : '否'}”才符合。`,
      en: `“${label.en}” is ${wanted ? 'no' : 'yes'}; it must be ${wanted ? 'yes' : 'no'}.`,
    }
    const subject = { name: label, shown: show(!wanted, { unit: '', optionLabels: new Map() }) }
    return obstacle(about, subject, null, null, text)
  }

  /** A value with its name, shown in its own unit or, when it is a bare number, in that of the other side. */
  private side(tree: Checked, other: Checked, about: ChosenRule): Side {
    const isWritten = ['number', 'text', 'yes-no', 'date', 'duration'].includes(tree.kind)
    const value = this.read(tree)
    return {
      name: isWritten ? null : this.labelOf(tree, about),
      shown: show(value, this.shownAs(tree, other)),
      value,
      fixed: isWritten || tree.kind === 'parameter',
      whole: tree.type.kind === 'number' && tree.type.whole,
    }
  }

  /** The name that formulas use reads well in Chinese; English has its label. */
  private labelOf(tree: Checked, about: ChosenRule): Wording {
    const { assembly } = this.programme.internals
    if (tree.kind === 'rule') return { ...assembly.rules.get(tree.name)!.rule.label, 'zh-CN': tree.name }
    if (tree.kind === 'parameter') return { ...assembly.parameters.get(tree.name)!.parameter.label, 'zh-CN': tree.name }
    if (tree.kind === 'field')
      return { ...assembly.fields.find(field => field.name === tree.name)!.label, 'zh-CN': tree.name }
    const text = about.version.formula.slice(tree.from, tree.to).replace(/\s+/g, ' ')
    return { 'zh-CN': formulaInWords(tree), en: text }
  }

  private shownAs(tree: Checked, other: Checked | null): Shown {
    const { assembly } = this.programme.internals
    if (tree.kind === 'rule') return assembly.rules.get(tree.name)!.rule
    if (tree.kind === 'parameter') return assembly.parameters.get(tree.name)!.parameter
    if (tree.kind === 'field') {
      const { unit, options } = assembly.fields.find(field => field.name === tree.name)!
      return { unit, optionLabels: new Map(options.map(option => [option.value, option.label])) }
    }
    const unit = tree.type.kind === 'number' ? showUnit(tree.type.unit) : ''
    return unit === '' && other ? this.shownAs(other, null) : { unit, optionLabels: new Map() }
  }
}

function obstacle(
  { rule, version }: ChosenRule,
  subject: Pick<Side, 'name' | 'shown'> | null,
  line: ShownValue | null,
  distance: ShownValue | null,
  text: Wording,
): Obstacle {
  const found = subject && { name: (subject.name ?? rule.label)['zh-CN'], ...subject.shown }
  return { rule: rule.name, found, line, distance, text, citation: version.citation }
}

function isSentence({ name, shown }: Side, { rule }: ChosenRule): Wording {
  const label = name ?? rule.label
  return { 'zh-CN': `${label['zh-CN']}现在是 ${shown.display['zh-CN']}`, en: `“${label.en}” is ${shown.display.en}` }
}

function named({ name, shown }: Side, locale: 'zh-CN' | 'en'): string {
  if (!name) return locale === 'en' ? shown.display.en : ` ${shown.display['zh-CN']}`
  return locale === 'en' ? `“${name.en}” (${shown.display.en})` : `${name['zh-CN']}（${shown.display['zh-CN']}）`
}

/** Of whole numbers, more than 0 is at least 1. */
function orNext(subject: Side, line: Side, operator: ComparisonOperator): [Side, ComparisonOperator] {
  const strict = operator === '<' || operator === '>'
  if (!strict || !subject.whole || !line.whole || line.name || !isNumber(line.value)) return [line, operator]
  const value = subtract(line.value, whole(operator === '<' ? 1 : -1))
  const shown = show(value, { unit: line.shown.unit, optionLabels: new Map() })
  return [{ ...line, value, shown }, operator === '<' ? '<=' : '>=']
}

/** How much is missing, never shown smaller than it is. Whole numbers must pass the line by one. */
function distanceOf(subject: Side, line: Side, operator: ComparisonOperator): ShownValue | null {
  if (operator === '!=' || !isNumber(subject.value) || !isNumber(line.value)) return null
  const downwards = isDownwards(subject.value, line.value, operator)
  const apart = downwards ? subtract(subject.value, line.value) : subtract(line.value, subject.value)
  const strict = operator === '<' || operator === '>'
  const step = strict && subject.whole && line.whole ? subtract(apart, whole(-1)) : apart
  return show(round(step, 2, 'ceiling'), { unit: subject.shown.unit, optionLabels: new Map() })
}

function isDownwards(subject: Value, line: Value, operator: ComparisonOperator): boolean {
  if (operator === '=') return compare(subject as Rational, line as Rational) > 0
  return operator === '<' || operator === '<='
}

function isNumber(value: Value): value is Rational {
  return typeof value === 'object' && value !== null && 'n' in value
}

/** 以上 would include the number itself; where the line must be passed the words say 超过. */
function changeOf(subject: Side, line: Side, distance: ShownValue, operator: ComparisonOperator): Wording {
  const downwards = isDownwards(subject.value, line.value, operator)
  const mustPass = (operator === '<' || operator === '>') && !subject.whole
  const verb = { 'zh-CN': downwards ? '减少' : '增加', en: downwards ? 'less' : 'more' }
  if (distance.value === '0')
    return {
      'zh-CN': `正好在线上，再${verb['zh-CN']}一点就符合这一条`,
      en: `It is exactly on the line; a little ${verb.en} is enough`,
    }
  const { before, amount } = perTime(distance)
  if (beyondReach.has(distance.unit))
    return {
      'zh-CN': `${downwards ? '超出' : '还差'} ${amount['zh-CN']}`,
      en: `That is ${amount.en} ${downwards ? 'too much' : 'short'}`,
    }
  return {
    'zh-CN': `${before['zh-CN']}${verb['zh-CN']}${mustPass ? '超过' : ''} ${amount['zh-CN']}就符合这一条`,
    en: `${mustPass ? 'More than ' : ''}${amount.en} ${verb.en}${before.en} is enough`,
  }
}

/** 180 元/月 → 每月 … 180 元. */
function perTime({ display, unit, value }: ShownValue): { before: Wording; amount: Wording } {
  const [of, time] = unit.split('/')
  if (time !== '月' && time !== '年') return { before: { 'zh-CN': '', en: '' }, amount: display }
  const [n, d] = String(value).split('/')
  const amount = withUnit(showNumber({ n: BigInt(n!), d: BigInt(d ?? 1) }), of!)
  return { before: { 'zh-CN': `每${time}`, en: time === '月' ? ' a month' : ' a year' }, amount }
}

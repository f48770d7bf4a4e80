/**
 * Every sentence a policy author can be told, in both languages, with its repair. These words are part of the
 * interface: nearly every code has a deliberately wrong pack in `test/mistakes` that shows the sentence it produces.
 */

import { packMessages } from './messages-packs.ts'
import { tableMessages } from './messages-tables.ts'
import type { Wording } from './schema/citation.ts'

export interface Message {
  readonly zh: string
  readonly en: string
  /** What to do about it. */
  readonly fixZh: string
  readonly fixEn: string
}

const formulaMessages = {
  'syntax.formula-empty': {
    zh: '公式是空的。',
    en: 'The formula is empty.',
    fixZh: '写上公式；固定的数也是公式',
    fixEn: 'write the formula; a fixed number is a formula too',
  },
  'syntax.formula-too-long': {
    zh: '公式超过 {limit} 个字符。',
    en: 'The formula is longer than {limit} characters.',
    fixZh: '拆成几个有名字的公式',
    fixEn: 'split it into several named formulas',
  },
  'syntax.too-deep': {
    zh: '公式嵌套太深。',
    en: 'The formula is nested too deeply.',
    fixZh: '拆成几个有名字的公式',
    fixEn: 'split it into several named formulas',
  },
  'syntax.invisible-character': {
    zh: '这里有一个看不见的字符（{code}）。',
    en: 'There is an invisible character here ({code}).',
    fixZh: '删去它',
    fixEn: 'delete it',
  },
  'syntax.wrong-sign': {
    zh: '公式里不能用“{sign}”。',
    en: 'A formula cannot use “{sign}”.',
    fixZh: '改成半角的 {better}',
    fixEn: 'use {better}',
  },
  'syntax.percent': {
    zh: '公式里不能写百分号。',
    en: 'A formula cannot use a percent sign.',
    fixZh: '30% 写成 0.3，最好设为参数',
    fixEn: 'write 30% as 0.3, better as a parameter',
  },
  'syntax.power': {
    zh: '公式里没有乘方“**”。',
    en: 'Formulas have no power operator “**”.',
    fixZh: '写成连乘',
    fixEn: 'multiply instead',
  },
  'syntax.text-not-closed': {
    zh: '文字的引号没有收尾。',
    en: 'The text has no closing quote.',
    fixZh: '在文字末尾加 "',
    fixEn: 'add " at its end',
  },
  'syntax.name-starts-with-digit': {
    zh: '名称“{name}”不能以数字开头。',
    en: 'The name “{name}” may not begin with a digit.',
    fixZh: '改用以汉字或字母开头的名称',
    fixEn: 'begin it with a letter',
  },
  'syntax.number': {
    zh: '“{text}”不是可用的数。',
    en: '“{text}” is not a usable number.',
    fixZh: '写成 12 或 12.5',
    fixEn: 'write 12 or 12.5',
  },
  'syntax.cannot-read': {
    zh: '读不懂“{text}”。',
    en: 'Cannot read “{text}”.',
    fixZh: '检查这里的拼写、括号和符号',
    fixEn: 'check spelling, brackets and signs here',
  },
  'syntax.something-missing': {
    zh: '“{after}”后面缺了内容。',
    en: 'Something is missing after “{after}”.',
    fixZh: '补上缺的名称、数或括号',
    fixEn: 'add the missing name, number or bracket',
  },
  'syntax.missing-operator': {
    zh: '找不到“{name}”，两个名称之间大概漏了运算符。',
    en: 'There is no “{name}”; an operator is probably missing between the two names.',
    fixZh: '补上 + - * / 或比较符号',
    fixEn: 'put + - * / or a comparison between them',
  },
  'syntax.in-swallows': {
    zh: '“in”右边的“{text}”会被整个当成 in 的内容。',
    en: 'Everything in “{text}” is read as belonging to “in”.',
    fixZh: '给 in 判断加括号：(甲 in [1..2]) or 乙',
    fixEn: 'put brackets around the test: (a in [1..2]) or b',
  },
  'syntax.tail-swallows': {
    zh: '“{word}”后面的“{text}”会全部算作它的内容。',
    en: 'Everything in “{text}” is read as belonging to “{word}”.',
    fixZh: '加括号写明：{word} ({text})',
    fixEn: 'make it plain with brackets: {word} ({text})',
  },
  'syntax.else-missing': {
    zh: 'if 缺了 else。',
    en: 'The if has no else.',
    fixZh: '写全：if 条件 then 一种值 else 另一种值',
    fixEn: 'write it out: if condition then one value else another',
  },
  'syntax.several-iterators': {
    zh: '一个 for/some/every 只能有一个循环变量。',
    en: 'A for/some/every takes one variable only.',
    fixZh: '拆成两个公式',
    fixEn: 'split it into two formulas',
  },
  'syntax.named-arguments': {
    zh: '函数参数按次序写，不写名称。',
    en: 'Arguments are given by position, not by name.',
    fixZh: '写成 max(甲, 乙)',
    fixEn: 'write max(a, b)',
  },
  'syntax.left-out': {
    zh: '政策公式不支持“{what}”。',
    en: 'Policy formulas do not support “{what}”.',
    fixZh: '可用的写法见政策语言手册',
    fixEn: 'see the policy language reference for what there is',
  },
  'check.unknown-name': {
    zh: '找不到“{name}”。',
    en: 'There is no “{name}”.',
    fixZh: '先在表单、参数或公式里定义它',
    fixEn: 'declare it as a field, parameter or formula first',
  },
  'check.unknown-name-similar': {
    zh: '找不到“{name}”，是否想写“{similar}”？',
    en: 'There is no “{name}”; did you mean “{similar}”?',
    fixZh: '改成 {similar}',
    fixEn: 'use {similar}',
  },
  'check.option-without-quotes': {
    zh: '“{name}”是一个选项，要加引号。',
    en: '“{name}” is an option and needs quotes.',
    fixZh: '写成 "{name}"',
    fixEn: 'write "{name}"',
  },
  'check.unknown-function': {
    zh: '没有函数“{name}”。',
    en: 'There is no function “{name}”.',
    fixZh: '可用：{known}',
    fixEn: 'available: {known}',
  },
  'check.wrong-number-of-arguments': {
    zh: '“{name}”要 {wanted} 个参数，这里写了 {found} 个。',
    en: '“{name}” takes {wanted} argument(s), found {found}.',
    fixZh: '写 {wanted} 个参数，用逗号隔开',
    fixEn: 'give {wanted}, separated by commas',
  },
  'check.member-item-at-household': {
    zh: '“{name}”是每个成员的项目，户的公式不能直接使用。',
    en: '“{name}” belongs to each member; a household formula cannot use it directly.',
    fixZh: '写成 sum({collection}.{name}) 或 for m in {collection} return m.{name}',
    fixEn: 'write sum({collection}.{name}) or for m in {collection} return m.{name}',
  },
  'check.not-a-member-item': {
    zh: '“{name}”不是成员的项目。',
    en: '“{name}” is not an item of a member.',
    fixZh: '户的项目直接写名称',
    fixEn: 'household items are written without a dot',
  },
  'check.no-such-part': {
    zh: '“{type}”没有“{name}”这一部分。',
    en: 'A {typeEn} has no part “{name}”.',
    fixZh: '日期可用 .year .month .day，期间可用 .years .months',
    fixEn: 'dates have .year .month .day, durations .years .months',
  },
  'check.collection-as-value': {
    zh: '“{name}”是一组成员，不能当作一个值。',
    en: '“{name}” is a group of members, not a value.',
    fixZh: '用 count({name})、{name}.项目 或 for m in {name} return …',
    fixEn: 'use count({name}), {name}.item or for m in {name} return …',
  },
  'check.not-the-collection': {
    zh: '循环和筛选只能用于“{collection}”。',
    en: 'Loops and filters work on “{collection}” only.',
    fixZh: '写成 for m in {collection} return …',
    fixEn: 'write for m in {collection} return …',
  },
  'check.row-as-value': {
    zh: '“{name}”是一个成员，不能当作一个值。',
    en: '“{name}” is a member, not a value.',
    fixZh: '写成 {name}.项目',
    fixEn: 'write {name}.item',
  },
  'check.variable-hides-name': {
    zh: '循环变量“{name}”与已有名称相同。',
    en: 'The loop variable “{name}” hides an existing name.',
    fixZh: '换一个变量名，如 m',
    fixEn: 'choose another, such as m',
  },
  'check.filter-by-position': {
    zh: '不能按序号取成员。',
    en: 'Members cannot be picked by position.',
    fixZh: '写条件，如 [年龄 >= 60]',
    fixEn: 'write a condition, such as [年龄 >= 60]',
  },
  'check.wrong-type': {
    zh: '这里要{wanted}，得到的是{found}。',
    en: 'Expected {wantedEn}, found {foundEn}.',
    fixZh: '换成{wanted}',
    fixEn: 'use a {wantedEn}',
  },
  'check.unlike-types': {
    zh: '{left}和{right}不能比较。',
    en: 'A {leftEn} and a {rightEn} cannot be compared.',
    fixZh: '两边换成同一种',
    fixEn: 'make both sides of one kind',
  },
  'check.not-ordered': {
    zh: '{kind}不能比大小。',
    en: 'A {kindEn} is neither larger nor smaller than another.',
    fixZh: '用 =、!= 或 in ("甲", "乙")',
    fixEn: 'use =, != or in ("a", "b")',
  },
  'check.date-as-text': {
    zh: '这里要日期，“{text}”写成了文字。',
    en: '“{text}” is a text where a date is needed.',
    fixZh: '写成 date("{text}")',
    fixEn: 'write date("{text}")',
  },
  'check.unlike-units': {
    zh: '左边是{left}，右边是{right}，单位不同。',
    en: 'The left side is in {left}, the right side in {right}.',
    fixZh: '把月数、人数等写成带单位的参数，例如 24 月',
    fixEn: 'make counts of months and the like parameters with a unit, such as 24 月',
  },
  'check.not-an-option': {
    zh: '“{value}”不在“{options}”之中。',
    en: '“{value}” is not one of “{options}”.',
    fixZh: '从这些选项里选一个',
    fixEn: 'use one of these',
  },
  'check.not-an-option-similar': {
    zh: '“{value}”不在“{options}”之中，是否想写“{similar}”？',
    en: '“{value}” is not one of “{options}”; did you mean “{similar}”?',
    fixZh: '改成 "{similar}"',
    fixEn: 'use "{similar}"',
  },
  'check.branches-differ': {
    zh: 'then 得到{left}，else 得到{right}，两边必须一样。',
    en: 'then gives {leftEn}, else gives {rightEn}; both must be alike.',
    fixZh: '两边写成同一种',
    fixEn: 'make both of one kind',
  },
  'check.branch-units-differ': {
    zh: 'then 的单位是{left}，else 的单位是{right}。',
    en: 'then is in {left}, else is in {right}.',
    fixZh: '把两边换算成同一个单位',
    fixEn: 'give both the same unit',
  },
  'check.divisor-may-be-zero': {
    zh: '除数可能是 0 或负数。',
    en: 'The divisor may be 0 or negative.',
    fixZh: '写成 max(除数, 1)，或给字段规定大于 0 的范围',
    fixEn: 'write max(divisor, 1), or give the field a range above 0',
  },
  'check.sum-may-be-empty': {
    zh: '{name} 的那一列可能是空的，结果会没有值。',
    en: 'The list given to {name} may be empty, and there would be no result.',
    fixZh: '写成 {name}(for m in {collection} return if 条件 then m.项目 else 0)',
    fixEn: 'write {name}(for m in {collection} return if condition then m.item else 0)',
  },
  'check.may-be-null': {
    zh: '“{name}”可能没有值，不能直接计算或比较。',
    en: '“{name}” may have no value and cannot be used directly.',
    fixZh: '先判断：if {name} = null then … else …',
    fixEn: 'test first: if {name} = null then … else …',
  },
  'check.part-may-be-null': {
    zh: '这一部分可能没有值。',
    en: 'This part may have no value.',
    fixZh: '给每种情形一个值，例如把 null 换成 0',
    fixEn: 'give every case a value, for example 0 instead of null',
  },
  'check.null-test-needless': {
    zh: '“{name}”总是有值，不用判断 null。',
    en: '“{name}” always has a value; the null test is needless.',
    fixZh: '删去这个判断',
    fixEn: 'remove the test',
  },
  'check.result-may-be-null': {
    zh: '公式“{name}”的结果可能没有值。',
    en: 'The result of “{name}” may be missing.',
    fixZh: '给每种情形一个值',
    fixEn: 'give every case a value',
  },
  'check.result-type': {
    zh: '“{name}”声明为{wanted}，公式得到的是{found}。',
    en: '“{name}” is declared as {wantedEn}, the formula gives {foundEn}.',
    fixZh: '改公式，或把声明改成{found}',
    fixEn: 'change the formula, or declare it as {foundEn}',
  },
  'check.result-unit': {
    zh: '“{name}”声明的单位是{wanted}，公式得到的是{found}。',
    en: '“{name}” is declared in {wanted}, the formula gives {found}.',
    fixZh: '改公式，或把声明的单位改成{found}',
    fixEn: 'change the formula, or declare the unit {found}',
  },
  'check.several-in-formula': {
    zh: '“{name}”是从选项里选几个，公式不能使用。',
    en: '“{name}” is several of a list and cannot stand in a formula.',
    fixZh: '要用到公式里的，另设一个是/否或单选的参数',
    fixEn: 'declare a yes-no or choice parameter for what the formula needs',
  },
  'check.chain-too-long': {
    zh: '“{name}”下面一个接一个的公式超过 {limit} 层。',
    en: 'More than {limit} formulas lean on each other below “{name}”.',
    fixZh: '合并几层，或者检查是不是生成错了',
    fixEn: 'join some of them, or see whether they were generated by mistake',
  },
  'check.cycle': {
    zh: '公式绕了一圈：{path}。',
    en: 'These formulas run in a circle: {path}.',
    fixZh: '去掉其中一环',
    fixEn: 'remove one of the links',
  },
  'check.bad-date': {
    zh: '“{text}”不是日历上的日期。',
    en: '“{text}” is not a day of the calendar.',
    fixZh: '写成 date("2021-07-01")',
    fixEn: 'write date("2021-07-01")',
  },
  'check.bad-duration': {
    zh: '“{text}”不是以年、月计的期间。',
    en: '“{text}” is not a duration in years and months.',
    fixZh: '写成 duration("P1Y6M")',
    fixEn: 'write duration("P1Y6M")',
  },
  'check.digits': {
    zh: '保留的位数要写成 0 到 10 的整数。',
    en: 'The number of digits must be a whole number from 0 to 10.',
    fixZh: '直接写位数，如 round up(金额, 1)',
    fixEn: 'write the number itself, such as round up(amount, 1)',
  },
  'check.range-reversed': {
    zh: '范围的下限大于上限，永远不成立。',
    en: 'The range runs backwards and can never hold.',
    fixZh: '把两端对调',
    fixEn: 'swap its ends',
  },
} as const satisfies Record<string, Message>

export const messages = { ...formulaMessages, ...tableMessages, ...packMessages } as const satisfies Record<
  string,
  Message
>
export type MessageCode = keyof typeof messages

/** The sentence and its repair with the values put in. */
export function word(
  code: MessageCode,
  values: Readonly<Record<string, string>>,
): { message: Wording; suggestion: Wording } {
  const entry: Message = messages[code]
  const put = (text: string, between: string) =>
    text.replace(/\{(\w+)\}/g, (place, key: string) => clip(values[key] ?? place).replaceAll('、', between))
  const message = { 'zh-CN': put(entry.zh, '、'), en: put(entry.en, ', ') }
  return { message, suggestion: { 'zh-CN': put(entry.fixZh, '、'), en: put(entry.fixEn, ', ') } }
}

/** Nobody reads a page of quoted text inside a sentence. */
function clip(value: string): string {
  const letters = [...value]
  return letters.length > 300 ? `${letters.slice(0, 60).join('')}…` : value
}

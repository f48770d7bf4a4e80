/** What every built-in function does, for the language reference. Examples are about the reference's household. */
import type { FunctionName } from './checked.ts'

export interface FunctionNote {
  /** How it is called. */
  readonly call: string
  readonly zh: string
  readonly en: string
  /** A formula and, after `→`, what it gives. */
  readonly example: string
}

export const functionNotes: Readonly<Record<FunctionName, FunctionNote>> = {
  sum: {
    call: 'sum(列)',
    zh: '合计；列可能是空的要改写',
    en: 'total of a list that is never empty',
    example: 'sum(家庭成员.工资) → 2600 元/月',
  },
  count: { call: 'count(列)', zh: '个数', en: 'how many', example: 'count(家庭成员[工资 > 0]) → 1 人' },
  min: {
    call: 'min(列) · min(甲, 乙, …)',
    zh: '最小的',
    en: 'the least',
    example: 'min(家庭成员.残疾等级) → 0 级',
  },
  max: { call: 'max(列) · max(甲, 乙, …)', zh: '最大的', en: 'the greatest', example: 'max(存款 - 30000, 0) → 0 元' },
  mean: {
    call: 'mean(列)',
    zh: '平均数，不取整',
    en: 'average, not rounded',
    example: 'mean(家庭成员.工资) → 2600/3 元/月',
  },
  ceiling: { call: 'ceiling(数)', zh: '进一到整数', en: 'up to a whole number', example: 'ceiling(2600 / 3) → 867' },
  floor: { call: 'floor(数)', zh: '舍去小数', en: 'down to a whole number', example: 'floor(2600 / 3) → 866' },
  abs: { call: 'abs(数)', zh: '绝对值', en: 'without its sign', example: 'abs(-3.5) → 3.5' },
  modulo: {
    call: 'modulo(数, 除数)',
    zh: '余数，除数要大于 0',
    en: 'remainder; the divisor is above 0',
    example: 'modulo(17, 5) → 2',
  },
  even: { call: 'even(数)', zh: '是偶数', en: 'is even', example: 'even(count(家庭成员)) → false' },
  odd: { call: 'odd(数)', zh: '是奇数', en: 'is odd', example: 'odd(count(家庭成员)) → true' },
  decimal: {
    call: 'decimal(数, 位数)',
    zh: '四舍六入五成双',
    en: 'rounds halves to the even neighbour',
    example: 'decimal(2.345, 2) → 2.34',
  },
  'round up': {
    call: 'round up(数, 位数)',
    zh: '远离 0 进一',
    en: 'away from 0',
    example: 'round up(12.31, 1) → 12.4',
  },
  'round down': {
    call: 'round down(数, 位数)',
    zh: '向 0 舍去',
    en: 'towards 0',
    example: 'round down(12.39, 1) → 12.3',
  },
  'round half up': {
    call: 'round half up(数, 位数)',
    zh: '四舍五入',
    en: 'halves away from 0',
    example: 'round half up(12.345, 2) → 12.35',
  },
  'round half down': {
    call: 'round half down(数, 位数)',
    zh: '五舍六入',
    en: 'halves towards 0',
    example: 'round half down(12.345, 2) → 12.34',
  },
  'list contains': {
    call: 'list contains(列, 值)',
    zh: '列里有这个值',
    en: 'the list holds the value',
    example: 'list contains(家庭成员.残疾类别, "智力") → true',
  },
  all: {
    call: 'all(列)',
    zh: '都为是（空列也为是）',
    en: 'all are yes, also of an empty list',
    example: 'all(家庭成员.重病) → false',
  },
  any: { call: 'any(列)', zh: '至少一个为是', en: 'at least one is yes', example: 'any(家庭成员.重病) → true' },
  'years and months duration': {
    call: 'years and months duration(起, 止)',
    zh: '两天之间的整年整月',
    en: 'full years and months between two days',
    example: 'years and months duration(date("2020-01-31"), 评估日期).years → 1',
  },
}

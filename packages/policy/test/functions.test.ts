/** What the built-in functions and operators give, exactly; one line for each thing that could be misunderstood. */
import { describe, expect, test } from 'vitest'
import { answerOf, run } from './trial.ts'

const number = (formula: string) => answerOf({ formula, rule: { unit: '' } }, household)
const yesNo = (formula: string) => answerOf({ formula, rule: { type: 'yes-no', unit: '' } }, household)
const day = (formula: string) => answerOf({ formula, rule: { type: 'date', unit: '' } }, household)

const household = {
  household: { homes: 2, deposits: '100.5' },
  members: [
    { born: '1961-02-28', grade: 1, ill: true },
    { born: '2004-02-29', grade: 4 },
    { born: '2021-09-13', grade: 0 },
  ],
}

const numbers: readonly (readonly [string, string])[] = [
  ['sum(家庭成员.残疾等级)', '5'],
  ['sum([1, 2.5, -0.5])', '3'],
  ['count(家庭成员)', '3'],
  ['count(家庭成员[残疾等级 > 4])', '0'],
  ['count([1, 1, 1])', '3'],
  ['min(家庭成员.残疾等级)', '0'],
  ['max(家庭成员.残疾等级)', '4'],
  ['min(3, 1, 2)', '1'],
  ['max(-1, -2)', '-1'],
  ['mean(家庭成员.残疾等级)', '5/3'],
  ['mean([1, 2])', '3/2'],
  ['ceiling(-1.5)', '-1'],
  ['floor(-1.5)', '-2'],
  ['abs(-7.25)', '29/4'],
  ['modulo(-12, 5)', '3'],
  ['modulo(10.1, 4.5)', '11/10'],
  ['decimal(2.5, 0)', '2'],
  ['decimal(3.5, 0)', '4'],
  ['decimal(-2.5, 0)', '-2'],
  ['decimal(1 / 3, 2)', '33/100'],
  ['round up(-1.21, 1)', '-13/10'],
  ['round down(-1.29, 1)', '-6/5'],
  ['round half up(2.5, 0)', '3'],
  ['round half up(-2.5, 0)', '-3'],
  ['round half down(2.5, 0)', '2'],
  ['round half down(-2.51, 0)', '-3'],
  ['1 / 3 + 1 / 3 + 1 / 3', '1'],
  ['2 - -3', '5'],
  ['-2 * 3', '-6'],
  ['date("2021-07-01").year', '2021'],
  ['date("2021-07-01").month', '7'],
  ['date("2021-07-31").day', '31'],
  ['years and months duration(date("2004-02-29"), date("2021-02-28")).years', '16'],
  ['years and months duration(date("2004-02-29"), date("2021-03-01")).years', '17'],
  ['years and months duration(date("2021-07-01"), date("2020-06-02")).months', '0'],
  ['years and months duration(date("2021-07-01"), date("2020-06-01")).years', '-1'],
  ['duration("P1Y6M").years', '1'],
  ['duration("P18M").months', '6'],
  ['duration("-P18M").months', '-6'],
]

const conditions: readonly (readonly [string, boolean])[] = [
  ['even(住房套数)', true],
  ['odd(住房套数)', false],
  ['even(-4)', true],
  ['odd(2.5)', false],
  ['even(2.5)', false],
  ['list contains([1, 2], 2.0)', true],
  ['list contains(家庭成员.残疾等级, 3)', false],
  ['list contains(家庭成员.出生日期, date("2021-09-13"))', true],
  ['all(家庭成员.重病)', false],
  ['any(家庭成员.重病)', true],
  ['all(for m in 家庭成员[重病] return m.残疾等级 = 1)', true],
  ['all(for m in 家庭成员[残疾等级 > 4] return false)', true],
  ['any(for m in 家庭成员[残疾等级 > 4] return true)', false],
  ['some m in 家庭成员 satisfies m.残疾等级 = 4', true],
  ['every m in 家庭成员 satisfies m.残疾等级 > 0', false],
  ['every m in 家庭成员[残疾等级 > 4] satisfies m.重病', true],
  ['存款 between 100.5 and 100.5', true],
  ['存款 in (100.5..200]', false],
  ['存款 in [100.5..200)', true],
  ['存款 in (1, > 100)', true],
  ['not(存款 > 100)', false],
  ['评估日期 = date("2021-09-13")', true],
  ['评估日期 in [date("2021-09-01")..date("2021-09-30")]', true],
  ['date("2004-02-29") + duration("P17Y") = date("2021-02-28")', true],
  ['years and months duration(date("2003-09-13"), 评估日期) >= duration("P18Y")', true],
  ['duration("P12M") = duration("P1Y")', true],
  ['duration("P11M") < duration("P1Y")', true],
]

describe('numbers', () => {
  for (const [formula, value] of numbers) test(`${formula} is ${value}`, () => expect(number(formula)).toBe(value))
})

describe('conditions', () => {
  for (const [formula, value] of conditions) test(`${formula} is ${value}`, () => expect(yesNo(formula)).toBe(value))
})

describe('dates', () => {
  for (const [formula, value] of [
    ['date("2021-01-31") + duration("P1M")', '2021-02-28'],
    ['date("2024-03-31") - duration("P1M")', '2024-02-29'],
    ['评估日期 + duration("P1Y6M")', '2023-03-13'],
    ['@"2021-07-01"', '2021-07-01'],
  ] as const)
    test(`${formula} is ${value}`, () => expect(day(formula)).toBe(value))

  test('of birth give the age of each member', () => {
    const age = {
      formula: 'years and months duration(出生日期, 评估日期).years',
      rule: { scope: 'member', unit: '岁' },
    }
    expect(run(age, household).map(node => node.value)).toEqual(['60', '17', '0'])
  })
})

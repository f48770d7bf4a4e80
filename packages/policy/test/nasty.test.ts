/**
 * Formulas that look harmless and would give different answers in different readers, or none: a division by zero,
 * a sum of nothing, a value that may be missing, a comparison of unlike things. Each is refused, by name.
 */
import { describe, expect, test } from 'vitest'
import { problemsOf } from './mistakes.ts'

const firstCode = (formula: string, rule = {}) =>
  problemsOf({ title: '', formula, rule, expect: { code: '', line: 0, column: 0, zh: '', en: '' } })[0]?.code

describe('a divisor that may be zero or negative', () => {
  for (const formula of [
    '10 / 住房套数',
    '10 / (住房套数 - 住房套数)',
    '10 / count(家庭成员[重病])',
    '10 / (if 住房套数 > 0 then 住房套数 else 0)',
    '10 / mean(家庭成员.工资)',
    '10 / floor(低保标准 / 2)',
    '10 / round half up(低保标准 / 3, 0)',
    '10 / min(低保标准, 0)',
    '10 / 评估日期.year',
    '10 / years and months duration(评估日期, 评估日期).months',
    '10 / -3',
    'modulo(存款, 0)',
    'modulo(存款, 住房套数)',
  ])
    test(formula, () => expect(firstCode(formula)).toBe('check.divisor-may-be-zero'))

  test('is no trouble where a range or max(…, 1) keeps it above zero', () => {
    expect(firstCode('低保标准 / max(住房套数, 1)')).toBeUndefined()
    expect(firstCode('低保标准 / count(家庭成员)')).toBeUndefined()
    expect(firstCode('低保标准 * 低保标准 / 低保标准')).toBeUndefined()
  })
})

describe('a list that may be empty', () => {
  for (const formula of [
    'sum(家庭成员[重病].工资)',
    'min(家庭成员[重病].工资)',
    'max(for m in 家庭成员[重病] return m.工资)',
    'mean(家庭成员[残疾等级 > 4].工资)',
    'sum([])',
    'max([])',
  ])
    test(formula, () => expect(firstCode(formula)).toBe('check.sum-may-be-empty'))
})

describe('a value that may be missing', () => {
  for (const [formula, code] of [
    ['补贴 + 1', 'check.may-be-null'],
    ['-补贴', 'check.may-be-null'],
    ['max(补贴, 1)', 'check.may-be-null'],
    ['if 补贴 = 5 then 1 else 0', 'check.may-be-null'],
    ['if 低保标准 = 补贴 then 1 else 0', 'check.may-be-null'],
    ['if 低保标准 in [补贴..900] then 1 else 0', 'check.may-be-null'],
    ['if 低保标准 in (补贴) then 1 else 0', 'check.may-be-null'],
    ['if 低保标准 between 1 and 补贴 then 1 else 0', 'check.may-be-null'],
    ['if 补贴 != null or 补贴 > 3 then 1 else 0', 'check.may-be-null'],
    ['if 补贴 = null and 补贴 > 3 then 1 else 0', 'check.may-be-null'],
    ['补贴', 'check.result-may-be-null'],
    ['if 住房套数 > 0 then 低保标准 else null', 'check.result-may-be-null'],
    ['if 补贴 = null or 补贴 > 3 then 补贴 else 0', 'check.result-may-be-null'],
    ['sum(for m in 家庭成员 return if m.重病 then m.工资 else null)', 'check.part-may-be-null'],
    ['sum([补贴, 1])', 'check.may-be-null'],
    ['if null = null then 1 else 0', 'check.null-test-needless'],
    ['if every m in 家庭成员 satisfies null then 1 else 0', 'check.wrong-type'],
  ] as const)
    test(formula, () => expect(firstCode(formula)).toBe(code))

  test('may be used where a test has shown that it is there', () => {
    for (const formula of [
      'if 补贴 = null then 0 else 补贴',
      'if 补贴 != null and 补贴 > 3 then 补贴 else 0',
      'if 补贴 = null or 补贴 < 3 then 0 else 补贴',
      'if not(补贴 = null) then 补贴 else 0',
    ])
      expect(firstCode(formula), formula).toBeUndefined()
  })
})

describe('things that cannot be compared', () => {
  for (const [formula, code] of [
    ['if 存款 <= 24 * 低保标准 then 1 else 0', 'check.unlike-units'],
    ['if list contains(家庭成员.工资, 月数上限) then 1 else 0', 'check.unlike-units'],
    ['if list contains(家庭成员.残疾类别, "智能") then 1 else 0', 'check.not-an-option-similar'],
    ['if some m in 家庭成员 satisfies (m.残疾类别 in ("智力", "听力")) then 1 else 0', 'check.not-an-option-similar'],
    ['if 1 < 2 < 3 then 1 else 0', 'check.unlike-types'],
    ['if "无" < "精神" then 1 else 0', 'check.not-ordered'],
    ['if true > false then 1 else 0', 'check.not-ordered'],
    ['if 评估日期 > "2021-01-01" then 1 else 0', 'check.date-as-text'],
    ['if 住房套数 then 1 else 0', 'check.wrong-type'],
  ] as const)
    test(formula, () => expect(firstCode(formula)).toBe(code))
})

describe('what cannot be read', () => {
  for (const [formula, code] of [
    ['9'.repeat(31), 'syntax.number'],
    [`0.${'1'.repeat(31)}`, 'syntax.number'],
    ['not(住房套数 > 1, 住房套数 > 2)', 'check.wrong-number-of-arguments'],
    ['if 住房套数 > 0 then 5', 'syntax.else-missing'],
    [`${'-'.repeat(500)}1`, 'syntax.too-deep'],
    [Array(400).fill('1').join(' + '), 'syntax.too-deep'],
    ['智力', 'check.option-without-quotes'],
    ['低'.repeat(1_999), 'check.unknown-name'],
  ] as const)
    test(formula.slice(0, 40), () => expect(firstCode(formula)).toBe(code))
})

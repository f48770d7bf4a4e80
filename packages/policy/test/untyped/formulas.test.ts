/** What untyped formulas give; one line for each thing that could be misunderstood. */

import { evaluateTree, readFormula, Scope, TooMuch, UnreadableFormula, wholeNumber } from '@doudi/policy/untyped'
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

type Lines = readonly (readonly [formula: string, answer: string])[]

const topics: Readonly<Record<string, Lines>> = {
  'numbers are exact': [
    ['1/3 * 3 = 1', 'true'],
    ['0.1 + 0.2 = 0.3', 'true'],
    ['1/3', '0.3333333333333333333333333333333333'],
    ['2/3', '0.6666666666666666666666666666666667'],
    ['1.2e-4', '0.00012'],
    ['.5', '0.5'],
    ['1 / 0', 'null'],
    ['--1', '1'],
  ],
  'powers have 34 digits and stand left to right': [
    ['-3 ** 2', '9'],
    ['3 ** 2 ** 2', '81'],
    ['2 ** 0.5', '1.414213562373095048801688724209698'],
    ['2 ** -2', '0.25'],
    ['(-8) ** 0.5', 'null'],
    ['10 ** 7000', 'null'],
    ['0 ** -1', 'null'],
  ],
  'what does not fit is null': [
    ['1 + "1"', 'null'],
    ['"a" + "b"', 'ab'],
    ['1 < "2"', 'null'],
    ['1 = "1"', 'null'],
    ['null = 1', 'false'],
    ['null != 1', 'true'],
    ['null < 1', 'null'],
    ['unknown', 'null'],
    ['123()', 'null'],
    ['date("2025-02-29")', 'null'],
  ],
  'three-valued logic': [
    ['true or null', 'true'],
    ['false and null', 'false'],
    ['true and null', 'null'],
    ['false or 1', 'null'],
    ['not(null)', 'null'],
    ['if null then 1 else 2', '2'],
  ],
  'ranges and membership': [
    ['2 in [1..3]', 'true'],
    ['3 in [1..3)', 'false'],
    ['3 in ]1..3]', 'true'],
    ['5 in (< 3, > 4)', 'true'],
    ['5 in (!= 5)', 'false'],
    ['5 in [1, [4..6]]', 'true'],
    ['[1, 2] in [[1, 2], [3]]', 'true'],
    ['1 in 1 and false', 'false'],
    ['[3..1] = null', 'true'],
    ['5 in (null..10]', 'null'],
    ['(< 10) = (null..10)', 'false'],
    ['(< 10) = (< 10)', 'true'],
    ['(= 10).start', '10'],
    ['[1..10).end included', 'false'],
    ['2 between 1 and 3 and true', 'true'],
  ],
  'lists, filters and places': [
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][4]', 'null'],
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[{a: 1}, {a: 2}, {b: 3}][a > 1]', '[{a: 2}]'],
    ['[{item: 1}, {item: 2}][item = 2]', '[{item: 2}]'],
    ['[{a: 1}, {b: 2}].a', '[1, null]'],
    ['5[1]', '5'],
    ['null[1]', 'null'],
  ],
  'contexts see what stands above': [
    ['{a: 1, b: a + 1}.b', '2'],
    ['{"a b": 1}.a b', '1'],
    ['{a+b: 1}.a+b', '1'],
    ['{a: 1, a: 2}', 'null'],
  ],
  loops: [
    ['for i in 1..3 return i * i', '[1, 4, 9]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for i in [1..3) return i', '[1, 2]'],
    ['for i in [1, 2], j in [3, 4] return i * j', '[3, 4, 6, 8]'],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', '[1, 1, 2, 6, 24]'],
    ['for i in null return i', 'null'],
    ['some i in [1, 2] satisfies i = 2', 'true'],
    ['every i in [] satisfies false', 'true'],
    ['some i in [1, null] satisfies i > 1', 'null'],
  ],
  functions: [
    ['(function(a, b) a - b)(b: 1, a: 3)', '2'],
    ['(function(a: number) a)("x")', 'null'],
    ['(function(a: number) a)([1])', '1'],
    ['(function(a) external {java: {class: "x"}})(1)', 'null'],
    ['{f: function(n) n + 1, g: f(f(1))}.g', '3'],
    ['sum(1)', '1'],
    ['sum([])', 'null'],
    ['sum([1, null])', 'null'],
    ['sum(["a"])', 'null'],
    ['sum([@"P1D", @"P2D"])', 'P3D'],
    ['min("b", "a")', 'a'],
    ['max([])', 'null'],
    ['count(1)', '1'],
    ['mean([1, 2])', '1.5'],
    ['abs(n: @"-P1Y")', 'P1Y'],
    ['abs(number: 1)', 'null'],
    ['modulo(-10.1, 4.5)', '3.4'],
    ['floor(-1.56, 1)', '-1.6'],
    ['decimal(2.5, 0)', '2'],
    ['round half up(-1.126, 2)', '-1.13'],
    ['round up(1, 6177)', 'null'],
    ['all([true, null])', 'null'],
    ['any(true, null)', 'true'],
    ['list contains([1, null], null)', 'true'],
    ['distinct values([1, 1.0, 2])', '[1, 2]'],
    ['flatten([1, [2, [3]]])', '[1, 2, 3]'],
    ['index of([1, 2, 1], 1)', '[1, 3]'],
    ['union([1, 2], [2, 3])', '[1, 2, 3]'],
    ['sort([3, 1, 2], function(a, b) a < b)', '[1, 2, 3]'],
    ['list replace([1, 2], function(item, newItem) item < newItem, 2)', '[2, 2]'],
    ['median([8, 2, 5, 7])', '6'],
    ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
    ['number("1 000,5", " ", ",")', '1000.5'],
    ['get value({a: 1}, "b")', 'null'],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', '{a: {b: 2}}'],
    ['before([1..5], (5..6])', 'true'],
    ['overlaps after((1..5], [1..5])', 'true'],
    ['coincides([1..5], [1..5])', 'true'],
    ['range("[1..3)") = [1..3)', 'true'],
    ['range("[a..3]")', 'null'],
    ['is(@"10:00:00Z", @"11:00:00+01:00")', 'false'],
  ],
  text: [
    ['substring("foobar", -2)', 'ar'],
    ['string length("\\U01F40E")', '1'],
    ['"\\s"', '\\s'],
    ['string({a: "x", b: [1]})', '{a: "x", b: [1]}'],
    ['string join(["a", null, "b"], ", ")', 'a, b'],
    ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
    ['split("John Doe", "\\s")', '["John", "Doe"]'],
  ],
  'patterns of XPath': [
    ['matches("x", "[A-Z-[OI]]", "i")', 'true'],
    ['matches("O", "[A-Z-[OI]]", "i")', 'false'],
    ['matches("a b", "a b", "x")', 'false'],
    ['matches("低保", "\\p{IsCJKUnifiedIdeographs}+")', 'true'],
    ['matches("a", "(a)\\2")', 'null'],
    ['matches("a", "a", "q")', 'null'],
    ['matches("a", "[b-a]")', 'null'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    ['replace("abc", "b", "$")', 'null'],
  ],
  'dates, times and durations': [
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['@"2021-01-02" - @"PT1H"', '2021-01-01'],
    ['@"2021-01-02" - @"2021-01-01"', 'P1D'],
    ['@"2021-01-01T24:00:00"', '2021-01-02T00:00:00'],
    ['date("-999999999-12-31")', '-999999999-12-31'],
    ['date("1000000000-01-01")', 'null'],
    ['years and months duration(@"2016-09-30", @"2015-12-31")', '-P8M'],
    ['@"P1Y" / @"P1M"', '12'],
    ['@"P1DT2H" * 2', 'P2DT4H'],
    ['@"10:30:00" + @"PT24H"', '10:30:00'],
    ['time(11, 59, 45, duration("-PT2H1M"))', '11:59:45-02:01'],
    ['@"2021-07-01T00:00:00@Europe/Paris".time offset', 'PT2H'],
    ['@"10:00:00@Europe/Paris".time offset', 'null'],
    ['@"10:00:00@Etc/UTC".time offset', 'PT0S'],
    ['@"2021-07-01T00:00:00@Europe/Paris" = @"2021-07-01T00:00:00+02:00"', 'true'],
    ['@"2021-07-01T00:00:00" < @"2021-07-01T00:00:00Z"', 'null'],
    ['@"13:20:00@nowhere/at all"', 'null'],
    ['duration("P1Y1D")', 'null'],
    ['week of year(@"2005-01-01")', '53'],
    ['day of week(@"2019-09-17")', 'Tuesday'],
  ],
  'instance of': [
    ['[1, 2] instance of list<number>', 'true'],
    ['[1, "2"] instance of list<number>', 'false'],
    ['{a: 1} instance of context<a: number>', 'true'],
    ['[1..2] instance of range<number>', 'true'],
    ['"range<" instance of string', 'true'],
    ['null instance of Any', 'false'],
    ['(function(a: number) a) instance of function<number>->Any', 'true'],
    ['1 instance of no such type', 'null'],
  ],
}

for (const [topic, lines] of Object.entries(topics))
  describe(topic, () => {
    test.each(lines)('%s is %s', (formula, answer) => {
      expect(ask(formula)).toBe(answer)
    })
  })

describe('names in scope', () => {
  test('may hold spaces, operators and keywords', () => {
    expect(ask('Pre-bureau score + 1', { 'Pre-bureau score': wholeNumber(2) })).toBe('3')
    expect(ask("Student's name", { "Student's name": 'Li' })).toBe('Li')
    expect(ask('i in days in weekend', { i: 'sunday', 'days in weekend': ['sunday'] })).toBe('true')
    expect(ask('a - b', { a: wholeNumber(3), b: wholeNumber(1) })).toBe('2')
  })

  test('are known inside contexts too', () => {
    const loan = new Map([['month-rate', wholeNumber(2)]])
    expect(ask('loan.month-rate * 2', { loan }, { loan: { 'month-rate': {} } })).toBe('4')
  })
})

describe('a formula that cannot be worked out', () => {
  test('is refused with its place when it is not FEEL', () => {
    for (const text of ['1 +', '(1', '1 2', 'if a then b', ''])
      expect(() => readFormula(text)).toThrow(UnreadableFormula)
  })

  const endless = [
    'for i in 1..1000000000000 return i',
    'some i in 1..90000, j in 1..90000 satisfies false',
    'for i in 0..60 return if i = 0 then [1] else concatenate(partial[-1], partial[-1])',
  ]

  test.each(endless)('is stopped when it would never end: %s', text => {
    expect(() => evaluateTree(readFormula(text), new Scope())).toThrow(TooMuch)
  })

  test('gives no number beyond those of the standard', () => {
    expect(ask('1e99999')).toBe('null')
    expect(ask('9e6000 * 9e6000')).toBe('null')
    expect(ask('(1/3) ** 100000')).toBe('0')
    expect(ask('(-2) ** 100001')).toBe('null')
  })

  test('a name in scope hides the function of the same name', () => {
    expect(ask('sum', { sum: null })).toBe('null')
  })
})

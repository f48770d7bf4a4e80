/** A draft's values and formulas held against a past day: only what it says by the asked day is carried there. */
import { expect, test } from 'vitest'
import { compile, decideOnly, loadPacks, withWordsOn } from '../src/index.ts'

const cite = 'citation: { document: law, clause: 一 }'
const rule = (name: string, id: string, more: string, formula: string) =>
  `  - { name: ${name}, id: ${id}, ${more} openTo: [city], versions: [{ from: 2020-01-01, formula: '${formula}', ${cite} }] }`
const standard = (...values: string[]) => `values:\n  - { name: 标准, values: [${values.join(', ')}] }\n`
const value = (from: string, amount: string) => `{ from: ${from}, value: "${amount}", ${cite} }`
const amounts = (...versions: string[]) => `overrides:\n  - { name: 金额, versions: [${versions.join(', ')}] }\n`
const formula = (from: string, text: string) => `{ from: ${from}, formula: '${text}', ${cite} }`

const files: Readonly<Record<string, string>> = {
  'n/pack.yaml': `name: n
title: { zh-CN: 全国, en: Nation }
level: nation
area: '000000'
documents: [{ id: law, title: 试验法, issuer: 试验, date: 2020-01-01 }]
`,
  'n/parameters/all.yaml': `parameters:
  - { name: 标准, id: standard, unit: 元/月, min: '1', max: '5000', openTo: [city], values: [{ from: 2020-01-01, unset: true, ${cite} }] }
`,
  'n/programmes/x/form.yaml': `fields:
  - { id: wage, name: 工资, scope: household, type: number, unit: 元/月, max: '100000', label: { zh-CN: 工资, en: Wage } }
`,
  'n/programmes/x/rules.yaml': `rules:
${rule('符合', 'eligible', 'type: yes-no,', '工资 < 标准')}
${rule('金额', 'amount', 'unit: 元/月,', 'if 符合 then 标准 - 工资 else 0')}
${rule('人数', 'people', 'unit: 人,', 'if 符合 then 1 else 0')}
${rule('方式', 'route', 'type: choice, options: [{ value: 整户, id: household, en: whole }],', '"整户"')}
`,
  'n/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验救助, en: Trial aid }
decision: { eligible: 符合, route: 方式, category: 方式, amount: 金额, coveredPeople: 人数 }
`,
  'c/pack.yaml': `name: c
title: { zh-CN: 某市, en: City }
level: city
area: '110000'
inherits: n
`,
}

const set = (own: Readonly<Record<string, string>>) => {
  const { packs, problems } = loadPacks(new Map(Object.entries({ ...files, ...own })))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return packs
}
const [VALUES, RULES] = ['c/parameters/values.yaml', 'c/programmes/x/rules.yaml']
const half = 'if 符合 then (标准 - 工资) / 2 else 0'

const past = set({ [VALUES]: standard(value('2021-01-01', '500')) })
const before = set({ [VALUES]: standard(value('2021-01-01', '500'), value('2025-01-01', '600')) })

/** What a wage of 100 gave on a day of 2022, had the draft's words of `date` been in force. */
function given(after: typeof past, date: string): number {
  const packs = withWordsOn(past, { pack: 'c', date, before, after }, '2022-05-01')
  const programme = compile(packs, { pack: 'c', programme: 'x', date: '2022-05-01' })
  return decideOnly(programme, { household: { wage: 100 }, members: [{}] }).amountFenPerMonth
}

test('of several values the one that has begun by the asked day is carried, and what is law today is not', () => {
  const after = set({
    [VALUES]: standard(
      value('2021-01-01', '500'),
      value('2025-01-01', '600'),
      value('2027-01-01', '700'),
      value('2028-01-01', '800'),
    ),
  })
  expect(given(after, '2026-12-31')).toBe(40_000)
  expect(given(after, '2027-01-01')).toBe(60_000)
  expect(given(after, '2028-01-01')).toBe(70_000)
})

test('a formula of the draft is carried with the values of that day', () => {
  const after = set({
    [VALUES]: standard(value('2021-01-01', '500'), value('2025-01-01', '600')),
    [RULES]: amounts(formula('2027-01-01', half)),
  })
  expect(given(after, '2026-12-31')).toBe(40_000)
  expect(given(after, '2027-01-01')).toBe(20_000)
})

test('packs that did not exist on that day stay as they are', () => {
  const unknown = loadPacks(new Map(Object.entries(files).filter(([path]) => path.startsWith('n/')))).packs
  expect(withWordsOn(unknown, { pack: 'c', date: '2027-01-01', before, after: before }, '2022-05-01')).toBe(unknown)
})

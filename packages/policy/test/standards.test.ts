/** A pack as its officer reads it, and values of one parameter that stand in several files. */
import { expect, test } from 'vitest'
import {
  comingAfter,
  compile,
  loadPacks,
  packsBelow,
  rulesInWords,
  settingText,
  showSetting,
  standardsOn,
} from '../src/index.ts'
import { basePack } from './mistakes.ts'
import { loaded } from './policies.ts'

const city = {
  ...basePack,
  'c/pack.yaml': "name: c\ntitle: { zh-CN: 某市, en: City }\nlevel: city\narea: '110000'\ninherits: p\ndocuments: []\n",
  'c/parameters/a.yaml':
    "values:\n  - name: 低保标准\n    values: [{ from: 2021-01-01, value: '950', citation: { document: doc, clause: 一 } }]\n",
}
const published = (from: string, document = 'late') => `documents:
  - { id: late, title: 调标通知, issuer: 某市, date: 2026-01-05 }
values:
  - name: 低保标准
    values: [{ from: ${from}, value: '990.5', citation: { document: ${document}, clause: 二 } }]
`
const load = (files: Record<string, string>) => loadPacks(new Map(Object.entries({ ...city, ...files })))

test('the values of a parameter may stand in two files of a pack, with the document they rest on', () => {
  const { packs, problems } = load({ 'c/parameters/published.yaml': published('2026-07-01') })
  expect(problems).toEqual([])
  const standardOn = (date: string) => {
    const { chosen, parameter } = standardsOn(packs, 'c', date).parameters.find(p => p.parameter.id === 'standard')!
    const value = chosen!.entry.value!
    return [chosen!.pack, settingText(value), showSetting(parameter, value)['zh-CN'], chosen!.entry.citation.title]
  }
  expect(standardOn('2020-06-30')).toEqual(['p', '940', '940 元/月', '试验文件'])
  expect(standardOn('2026-06-30')).toEqual(['c', '950', '950 元/月', '试验文件'])
  expect(standardOn('2026-07-01')).toEqual(['c', '990.5', '990.5 元/月', '调标通知'])
})

test('two of them on one day are refused where the second stands', () => {
  const { problems } = load({ 'c/parameters/published.yaml': published('2021-01-01') })
  expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['pack.dates-out-of-order', 'c/parameters/published.yaml', 5],
  ])
})

test('a pack may date its own values further in another file, and a document is listed once', () => {
  const own = { 'p/parameters/published.yaml': published('2026-07-01').replace('late, title', 'doc, title') }
  expect(load(own).problems.map(({ code }) => code)).toContain('pack.duplicate-name')
  expect(load({ 'p/parameters/published.yaml': published('2026-07-01') }).problems).toEqual([])
})

test('what is coming is what will hold: a lower level’s word is not displaced by silence, an old value under a new document is none', () => {
  const spoken = (entries: string) => ({
    'p/parameters/all.yaml': basePack['p/parameters/all.yaml']!.replace(
      'clause: 一 } }]',
      `clause: 一 } }, ${entries}]`,
    ),
  })
  const coming = (files: Record<string, string>, pack = 'c') =>
    (comingAfter(load(files).packs, pack, '2025-01-01').get('低保标准') ?? []).map(({ day, entry, pack: by }) => [
      ...[day, by, entry.value === null ? null : settingText(entry.value)],
    ])
  const unset = spoken('{ from: 2026-01-01, unset: true, citation: { document: doc, clause: 二 } }')
  expect([coming(unset), coming(unset, 'p')]).toEqual([[], [['2026-01-01', 'p', null]]])
  expect(coming(spoken("{ from: 2026-01-01, value: '950', citation: { document: doc, clause: 二 } }"))).toEqual([])
  expect(coming({ 'c/parameters/published.yaml': published('2026-07-01') })).toEqual([['2026-07-01', 'c', '990.5']])
})

test('who stands on a pack', () => {
  expect(packsBelow(load({}).packs, 'p').map(({ name }) => name)).toEqual(['p', 'c'])
  expect(packsBelow(load({}).packs, 'c').map(({ name }) => name)).toEqual(['c'])
})

test('a relation between values says whether it holds, and what it lacks', () => {
  const check = (formula: string) => `checks:
  - { name: 试, formula: ${formula}, from: 2020-01-01, message: { zh-CN: 不, en: no }, citation: { document: doc, clause: 一 } }
parameters:
  - { name: 上年支出, id: spending, unit: 元/月, values: [{ from: 2020-01-01, unset: true, citation: { document: doc, clause: 一 } }] }
`
  const judged = (formula: string) => {
    const { verdict, reads, missing } = standardsOn(
      load({ 'p/parameters/checks.yaml': check(formula) }).packs,
      'c',
      '2022-01-01',
    ).checks[0]!
    return { verdict, reads, missing }
  }
  expect(judged('低保标准 >= 950')).toEqual({ verdict: 'holds', reads: ['低保标准'], missing: [] })
  expect(judged('低保标准 > 950')).toEqual({ verdict: 'fails', reads: ['低保标准'], missing: [] })
  const open = judged('低保标准 <= 上年支出')
  expect([open.verdict, [...open.reads].sort(), open.missing]).toEqual([
    'open',
    ['上年支出', '低保标准'].sort(),
    ['上年支出'],
  ])
})

test('every formula of a programme can be read in words, with its clause and the values it reads', () => {
  const rules = rulesInWords(compile(loaded.packs, { pack: 'demo-jinan', programme: 'dibao', date: '2026-03-02' }))
  expect(rules.length).toBeGreaterThan(20)
  for (const rule of rules)
    expect([rule.name, rule.words === '', rule.citation.clause === '']).toEqual([rule.name, false, false])
  expect(rules.some(({ reads }) => reads.includes('农村低保标准'))).toBe(true)
})

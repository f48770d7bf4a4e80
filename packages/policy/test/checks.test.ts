/** Relations between values: where they are told, whom they break, and what a stated reason does. */
import { expect, test } from 'vitest'
import { compile, loadPacks } from '../src/index.ts'
import { basePack } from './mistakes.ts'
import { loaded } from './policies.ts'

function load(value: string, soft: boolean) {
  return loadPacks(
    new Map(
      Object.entries({
        ...basePack,
        'p/parameters/more.yaml': `checks:
  - name: 标准够高
    formula: 低保标准 > 900
    from: 2020-01-01
    soft: ${soft}
    message: { zh-CN: 标准低于九百元, en: The standard is below 900 }
    citation: { document: doc, clause: 一 }
`,
        'c/pack.yaml':
          "name: c\ntitle: { zh-CN: 某市, en: City }\nlevel: city\narea: '110000'\ninherits: p\ndocuments: []\n",
        'c/parameters/a.yaml': `values:
  - name: 低保标准
    values: [{ from: 2021-01-01, ${value}, citation: { document: doc, clause: 一 } }]
`,
      }),
    ),
  )
}

test('a city that breaks a bound of above breaks itself, not the level above', () => {
  const { packs, problems } = load("value: '900'", false)
  expect(problems.map(p => `${p.code} ${p.file}`)).toEqual(['pack.check-fails c/parameters/a.yaml'])
  expect([...packs.broken]).toEqual(['c'])
})

test('a guideline warns, and is silent once the entry states the reason', () => {
  expect(load("value: '900'", true).problems.map(p => `${p.severity} ${p.code}`)).toEqual(['warning pack.soft-rule'])
  expect(load("value: '900', reason: 省里同意过渡一年", true).problems).toEqual([])
})

test('a reason does not lift a bound', () => {
  expect(load("value: '900', reason: 想试一年", false).problems.map(p => p.code)).toEqual(['pack.check-fails'])
})

test('what is allowed on the day is said with the refusal', () => {
  const standards = (urban: string) =>
    compile(loaded.packs, {
      pack: 'demo-changzhou',
      programme: 'dibao',
      date: '2021-09-13',
      overrides: { urbanStandard: urban, ruralStandard: urban },
    }).internals.warnings.map(({ message }) => message)
  expect(standards('940')).toEqual([])
  expect(standards('944')[0]).toEqual({
    'zh-CN': '低保标准不在上年全体居民人均消费支出规定的比例范围里，允许每月 707.3—943.07 元',
    en: "The standard lies outside the range of shares of last year's consumption of all residents: 707.3 to 943.07 yuan a month are allowed",
  })
  expect(standards('944')[1]?.['zh-CN']).toContain('最少 1,227.2 元')
})

test('a bound in a message that cannot be worked out is a mistake', () => {
  const files = {
    ...basePack,
    'p/parameters/more.yaml': `checks:
  - name: 标准够高
    formula: 低保标准 > 900
    from: 2020-01-01
    message: { zh-CN: "最少 {低保标淮} 元", en: at least 900 }
    citation: { document: doc, clause: 一 }
`,
  }
  const { problems } = loadPacks(new Map(Object.entries(files)))
  expect(problems.map(p => `${p.code} ${p.line}`)).toEqual(['check.unknown-name-similar 5'])
})

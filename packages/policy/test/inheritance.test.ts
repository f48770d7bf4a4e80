/** Nation → province → city → county → town: who may set what, within which bounds, and whose word holds. */
import { describe, expect, test } from 'vitest'
import { compile, evaluate, loadPacks } from '../src/index.ts'

const cite = 'citation: { document: law, clause: 一 }'
const rule = (name: string, id: string, more: string, formula: string) =>
  `  - { name: ${name}, id: ${id}, ${more} versions: [{ from: 2020-01-01, formula: '${formula}', ${cite} }] }`

/** The standard is open to every level, the multiple may only rise, months are a guideline, the age is closed. */
const nation: Readonly<Record<string, string>> = {
  'nation/pack.yaml': `name: nation
title: { zh-CN: 国家, en: Nation }
level: nation
area: '000000'
documents: [{ id: law, title: 试验法, issuer: 试验, date: 2020-01-01 }]
`,
  'nation/parameters/all.yaml': `parameters:
  - name: 标准
    id: standard
    unit: 元/月
    min: '100'
    max: '5000'
    growsWith: 自然增长
    openTo: [province, city, county, area]
    values: [{ from: 2020-01-01, unset: true, ${cite} }]
  - name: 自然增长
    id: grows
    type: yes-no
    openTo: [province, city, county, area]
    values: [{ from: 2020-01-01, unset: true, ${cite} }]
  - name: 省定下限
    id: floor
    unit: 元/月
    openTo: [province]
    values: [{ from: 2020-01-01, unset: true, ${cite} }]
  - name: 倍数
    id: multiple
    openTo: [province, city]
    change: raise
    values: [{ from: 2020-01-01, value: '1.5', ${cite} }]
  - name: 保留月数
    id: months
    unit: 月
    decimals: 0
    openTo: [city]
    change: lower
    soft: true
    values: [{ from: 2020-01-01, value: '6', ${cite} }]
  - { name: 年龄线, id: ageLine, unit: 岁, values: [{ from: 2020-01-01, value: '60', ${cite} }] }
checks:
  - name: 不低于省定下限
    formula: 标准 >= 省定下限
    from: 2020-01-01
    message: { zh-CN: '最少 {省定下限} 元', en: 'at least {省定下限} yuan' }
    ${cite}
`,
  'nation/programmes/x/form.yaml': `fields:
  - { id: income, name: 收入, scope: household, type: number, unit: 元/月, label: { zh-CN: 收入, en: Income } }
`,
  'nation/programmes/x/rules.yaml': [
    'rules:',
    rule('符合', 'eligible', 'type: yes-no,', '收入 < 标准'),
    rule('方式', 'route', 'type: choice, options: [{ value: 无, id: none, en: none }],', '"无"'),
    rule('类别', 'category', 'type: choice, options: [{ value: 无, id: none, en: none }],', '"无"'),
    rule('金额', 'amount', 'unit: 元/月,', 'if 符合 then 标准 - 收入 else 0'),
    rule('人数', 'people', 'unit: 人,', 'count(家庭成员)'),
    '',
  ].join('\n'),
  'nation/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验项目, en: Trial programme }
decision: { eligible: 符合, route: 方式, category: 类别, amount: 金额, coveredPeople: 人数 }
`,
}

const levels = ['province', 'city', 'county', 'area'] as const
type Level = (typeof levels)[number]
type Values = Partial<Record<Level, string>>

/** One pack on each level, each with the values that a test gives it. */
function load(values: Values) {
  const files = Object.fromEntries(
    levels.flatMap((level, i) => [
      [
        `${level}/pack.yaml`,
        `name: ${level}
title: { zh-CN: ${level}, en: ${level} }
level: ${level}
area: '${['110000', '110100', '110101', '110101101'][i]}'
inherits: ${['nation', ...levels][i]}
documents: []
`,
      ],
      ...(values[level] === undefined ? [] : [[`${level}/parameters/own.yaml`, `values:\n${values[level]}`]]),
    ]),
  )
  return loadPacks(new Map(Object.entries({ ...nation, ...files })))
}

const value = (name: string, value: string, more = '') =>
  `  - { name: ${name}, values: [{ from: 2021-01-01, value: '${value}', ${more} ${cite} }] }\n`

const amount = (values: Values, pack: string) => {
  const { packs, problems } = load(values)
  expect(problems).toEqual([])
  const situation = { household: { income: '300' }, members: [{}] }
  return evaluate(compile(packs, { pack, programme: 'x', date: '2022-01-01' }), situation).decision.amountFenPerMonth
}

const told = (values: Values) =>
  load(values).problems.map(({ severity, code, file, message }) => [severity, code, file, message['zh-CN']])

describe('five levels', () => {
  test('each level that has spoken is heard by those below it, and by nobody above', () => {
    const values = { province: value('标准', '500'), county: value('标准', '800') }
    expect(levels.map(level => amount(values, level))).toEqual([20_000, 20_000, 50_000, 50_000])
    expect(() => amount(values, 'nation')).toThrow('policy.parameter-unset')
  })

  test('a town may set a standard of its own', () => {
    const values = { county: value('标准', '800'), area: value('标准', '900') }
    expect(levels.slice(2).map(level => amount(values, level))).toEqual([50_000, 60_000])
  })

  test('what is not open to a level is refused with the name of its owner', () => {
    expect(told({ province: value('年龄线', '65') })).toEqual([
      ['error', 'pack.not-open', 'province/parameters/own.yaml', '“年龄线”由 nation 规定，没有开放给省一级改。'],
    ])
    expect(told({ county: value('倍数', '2') })).toEqual([
      ['error', 'pack.not-open', 'county/parameters/own.yaml', '“倍数”由 nation 规定，没有开放给县（区）一级改。'],
    ])
  })

  test('what may only be raised is held against the nearest level that spoke', () => {
    expect(told({ province: value('倍数', '2'), city: value('倍数', '2') })).toEqual([])
    expect(told({ province: value('倍数', '2'), city: value('倍数', '1.8') })).toEqual([
      ['error', 'pack.only-raise', 'city/parameters/own.yaml', '“倍数”只能提高：province 是 2，这里是 9/5。'],
    ])
  })

  test('a guideline may be left with a reason, and warns without one', () => {
    expect(told({ city: value('保留月数', '9') })).toEqual([
      ['warning', 'pack.only-lower', 'city/parameters/own.yaml', '“保留月数”只能降低：nation 是 6，这里是 9。'],
    ])
    expect(told({ city: value('保留月数', '9', 'reason: 本地就业不稳定,') })).toEqual([])
  })

  test('a standard that grows by promise falls only with a reason, and freely without the promise', () => {
    const falls = (more = '') => `  - name: 标准
    values:
      - { from: 2021-01-01, value: '800', ${cite} }
      - { from: 2022-01-01, value: '799.99', ${more} ${cite} }
`
    expect(told({ county: falls() })).toEqual([])
    expect(told({ county: value('自然增长', 'true') + falls('reason: 统计口径改变,') })).toEqual([])
    expect(told({ city: value('自然增长', 'true'), county: falls() })).toEqual([
      [
        'warning',
        'pack.only-raise',
        'county/parameters/own.yaml',
        '“标准”只能提高：county 2021-01-01 是 800，这里是 79999/100。',
      ],
    ])
  })

  test('a floor of the province binds the town, and the line itself passes', () => {
    expect(told({ province: value('省定下限', '700'), area: value('标准', '700') })).toEqual([])
    expect(told({ province: value('省定下限', '700'), area: value('标准', '699.99') })).toEqual([
      ['error', 'pack.check-fails', 'area/parameters/own.yaml', '“不低于省定下限”不成立：最少 700 元。'],
    ])
  })

  test('a value outside the declared range is refused on every level', () => {
    for (const level of levels)
      expect(told({ [level]: value('标准', '99') })).toEqual([
        ['error', 'pack.out-of-bounds', `${level}/parameters/own.yaml`, '“标准”的 99 不在 100 到 5000 之内。'],
      ])
  })
})

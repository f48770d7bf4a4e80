/** Values that record how a place works: shown where a sentence names them, and otherwise no part of a decision. */
import { expect, test } from 'vitest'
import { compile, evaluate, loadPacks } from '../src/index.ts'

const cite = 'citation: { document: rules, clause: 一 }'
const rule = (name: string, id: string, more: string, formula: string) =>
  `  - { name: ${name}, id: ${id}, ${more} versions: [{ from: 2020-01-01, formula: '${formula}', ${cite} }] }`
const files = {
  'p/pack.yaml': `name: p
title: { zh-CN: 试验, en: Trial }
level: nation
area: '000000'
documents: [{ id: rules, title: 试验办法, issuer: 试验, date: 2020-01-01 }]
`,
  'p/parameters/all.yaml': `parameters:
  - { name: 标准, id: standard, unit: 元/月, values: [{ from: 2020-01-01, value: '940', ${cite} }] }
  - { name: 入户人数, id: visitors, unit: 人, values: [{ from: 2020-01-01, value: '2', ${cite} }] }
  - name: 公示渠道
    id: channels
    type: choices
    options: [{ value: 网站, en: web site }, { value: 公示栏, en: notice board }, { value: 电子屏, en: screen }]
    values: [{ from: 2020-01-01, value: [公示栏, 网站], ${cite} }]
`,
  'p/programmes/x/form.yaml': `fields:
  - { id: deposits, name: 存款, scope: household, type: number, unit: 元, label: { zh-CN: 存款, en: Deposits } }
`,
  'p/programmes/x/rules.yaml': [
    'rules:',
    rule('符合', 'eligible', 'type: yes-no,', '存款 = 0'),
    rule('方式', 'route', 'type: choice, options: [{ value: 无, id: none, en: none }],', '"无"'),
    rule('类别', 'category', 'type: choice, options: [{ value: 无, id: none, en: none }],', '"无"'),
    rule('金额', 'amount', 'unit: 元/月,', 'if 符合 then 标准 else 0'),
    rule('人数', 'people', 'unit: 人,', 'count(家庭成员)'),
    '',
  ].join('\n'),
  'p/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验项目, en: Trial programme }
decision: { eligible: 符合, route: 方式, category: 类别, amount: 金额, coveredPeople: 人数 }
explanation:
  - { zh-CN: '可在{公示渠道}查看。', en: 'See {公示渠道}.' }
`,
}
const on = { pack: 'p', programme: 'x', date: '2021-01-01' }
const alone = { household: { deposits: 0 }, members: [{}] }

function load(more: Readonly<Record<string, string>> = {}) {
  const { packs, problems } = loadPacks(new Map(Object.entries({ ...files, ...more })))
  expect(problems).toEqual([])
  return packs
}

test('several of a list are said in the words of the list', () => {
  const { explanation } = evaluate(compile(load(), on), alone)
  expect(explanation['zh-CN']).toEqual(['可在公示栏、网站查看。'])
  expect(explanation.en).toEqual(['See notice board, web site.'])
})

test('none of a list is a value too', () => {
  const text = files['p/parameters/all.yaml'].replace('[公示栏, 网站]', '[]')
  const { explanation } = evaluate(compile(load({ 'p/parameters/all.yaml': text }), on), alone)
  expect(explanation['zh-CN']).toEqual(['可在无查看。'])
})

test('a run may choose others, separated by commas', () => {
  const run = compile(load(), { ...on, overrides: { channels: '电子屏,网站' } })
  expect(evaluate(run, alone).explanation.en).toEqual(['See screen, web site.'])
  expect(() => compile(load(), { ...on, overrides: { channels: '网站、网站' } })).toThrow('policy.override-invalid')
})

test('a decision names the values that its formulas and sentences read, and no others', () => {
  const { versions } = evaluate(compile(load(), on), alone)
  expect(versions.parameters).toEqual([
    { name: '标准', pack: 'p', from: '2020-01-01' },
    { name: '公示渠道', pack: 'p', from: '2020-01-01' },
  ])
})

test('a value that nothing reads may still be named for one run, and changes nothing', () => {
  const packs = load()
  const plain = evaluate(compile(packs, on), alone)
  expect(evaluate(compile(packs, { ...on, overrides: { visitors: '3' } }), alone)).toEqual(plain)
})

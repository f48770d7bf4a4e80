/** A programme says how it is paid: every month, one time, or not at all. */
import { describe, expect, test } from 'vitest'
import { batchOf, compile, decideMany, decideOnly, decisionKernel, evaluate, loadPacks } from '../src/index.ts'
import { basePack } from './mistakes.ts'

const citation = 'citation: { document: doc, clause: 一 }'
const rule = (name: string, id: string, more: string, formula: string) =>
  `  - { name: ${name}, id: ${id}, ${more}, versions: [{ from: 2020-01-01, formula: '${formula}', ${citation} }] }\n`

function programmeFiles(paid: string, unit: string): Record<string, string> {
  const amount = paid === 'none' ? '' : ', amount: 金额'
  return {
    ...basePack,
    'p/programmes/x/rules.yaml': [
      'rules:\n',
      rule('有存款', 'hasDeposits', 'type: yes-no', '存款 > 0'),
      rule('方式', 'route', 'type: choice, options: [{ value: 急难型, id: emergency, en: emergency }]', '"急难型"'),
      rule('类别', 'category', 'type: choice, options: [{ value: 其他, id: other, en: other }]', '"其他"'),
      rule('金额', 'amount', `unit: ${unit}`, unit === '元' ? '存款' : '补贴算零'),
      rule('补贴算零', 'subsidyOrNothing', 'unit: 元/月', 'if 补贴 = null then 0 else 补贴'),
      rule('人数', 'people', 'unit: 人', 'count(家庭成员)'),
    ].join(''),
    'p/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验项目, en: Trial programme }
paid: ${paid}
decision: { eligible: 有存款, route: 方式, category: 类别${amount}, coveredPeople: 人数 }
`,
  }
}

const someone = { wage: 0, grade: 0, ill: false, born: '1980-01-01', kind: '无' }
const household = { household: { deposits: '300.5', homes: 0, subsidy: 120 }, members: [someone] }

function compiled(paid: string, unit: string) {
  const { packs, problems } = loadPacks(new Map(Object.entries(programmeFiles(paid, unit))))
  expect(problems).toEqual([])
  return compile(packs, { pack: 'p', programme: 'x', date: '2021-09-13' })
}

describe.each([
  ['monthly', '元/月', { amountFenPerMonth: 12_000, amountFenOnce: 0 }],
  ['once', '元', { amountFenPerMonth: 0, amountFenOnce: 30_050 }],
  ['none', '元', { amountFenPerMonth: 0, amountFenOnce: 0 }],
])('paid: %s', (paid, unit, amounts) => {
  test('carries the amount where it belongs, with and without reasons', () => {
    const programme = compiled(paid, unit)
    expect(programme.paid).toBe(paid)
    expect(decideOnly(programme, household)).toEqual({
      ...{ eligible: true, route: 'emergency', category: 'other', coveredPeople: 1 },
      ...amounts,
    })
    const { decision, trace } = evaluate(programme, household)
    expect(decision).toMatchObject(amounts)
    expect(trace.inputs.some(node => node.name === '金额')).toBe(paid !== 'none')
  })

  test('is told apart in the answers of a whole register', () => {
    const programme = compiled(paid, unit)
    const kernel = decisionKernel(programme)
    const decisions = decideMany(programme, kernel, batchOf(programme, kernel.lowered, [household]))
    expect(decisions).toMatchObject({ paid, interpreted: 0 })
    expect(decisions.amountFenPerMonth[0]).toBe(amounts.amountFenPerMonth + amounts.amountFenOnce)
    expect(decisions.categories[decisions.category[0]!]).toBe('other')
  })
})

test('an amount in the unit of another way of paying is refused with its place', () => {
  const { problems } = loadPacks(new Map(Object.entries(programmeFiles('once', '元/月'))))
  expect(problems).toMatchObject([{ code: 'pack.amount-unit', file: 'p/programmes/x/programme.yaml', line: 4 }])
})

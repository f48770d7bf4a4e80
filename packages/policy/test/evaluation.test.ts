/** What stands in an evaluation beside the decision: trace, reasons, versions, refusals. */
import { Problem } from '@doudi/kernel'
import { describe, expect, test } from 'vitest'
import {
  compile,
  evaluate,
  type ProgrammeQuery,
  type Situation,
  situationSchema,
  type TraceNode,
} from '../src/index.ts'
import { loaded } from './policies.ts'

const compiled = (query: Partial<ProgrammeQuery> = {}) =>
  compile(loaded.packs, { pack: 'demo-changzhou', programme: 'dibao', date: '2021-09-13', ...query })

const family: Situation = {
  household: { deposits: 21000, homes: 1 },
  members: [
    {
      birthDate: '1979-08-12',
      wage: { value: '2600', source: 'verification:social-insurance', date: '2021-09-01' },
      contributions: 286,
    },
    { relation: 'spouse', birthDate: '1981-02-06' },
    { relation: 'child', birthDate: '2009-09-15' },
  ],
}

function find(node: TraceNode, name: string): TraceNode | undefined {
  if (node.name === name && !node.repeated) return node
  return node.inputs.map(input => find(input, name)).find(found => found !== undefined)
}

function refusal(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('expected a refusal')
}

describe('a trace', () => {
  const { trace } = evaluate(compiled(), family)

  test('leads from the amount down to a fact with its source and date', () => {
    const wage = find(trace, '工资净额')!.facts.find(fact => fact.id === 'wage')
    expect(wage).toMatchObject({
      name: '工资',
      member: 0,
      value: '2600',
      unit: '元/月',
      source: 'verification:social-insurance',
      date: '2021-09-01',
    })
  })

  test('names the pack, the day and the clause of every value it used', () => {
    const standard = find(trace, '本人标准')!.parameters.find(used => used.id === 'urbanStandard')
    expect(standard).toMatchObject({
      value: '940',
      pack: 'changzhou',
      from: '2021-07-01',
      citation: { document: 'cz2021', clause: '二' },
    })
  })

  test('says where silence stood for a value', () => {
    const assumed = find(trace, '工资净额')!.facts.find(fact => fact.id === 'incomeTax')
    expect(assumed).toMatchObject({ assumed: true, value: '0' })
  })

  test('is the same, byte for byte, on every run, and survives JSON', () => {
    const [first, second] = [evaluate(compiled(), family), evaluate(compiled(), family)]
    expect(JSON.stringify(first)).toBe(JSON.stringify(second))
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  })

  test('shows a quantity that is read twice in full only once', () => {
    const count = (node: TraceNode): number =>
      (node.name === '家庭月收入' && !node.repeated ? 1 : 0) + node.inputs.reduce((sum, input) => sum + count(input), 0)
    expect(count(trace)).toBe(1)
  })
})

describe('the reasons', () => {
  test('give the sum as a person would write it', () => {
    expect(evaluate(compiled(), family).workedSum.at(-1)).toEqual({
      'zh-CN': '940 元/月 × 3 人 − 1,844 元/月 = 976 元/月',
      en: '940 yuan/month × 3 people − 1,844 yuan/month = 976 yuan/month',
    })
  })

  test('tell an approved family in plain words, with the clause', () => {
    expect(evaluate(compiled(), family).explanation['zh-CN'][0]).toBe(
      '您家人均月收入 614.67 元，低于 940 元的标准，财产也符合规定，可以享受低保。（依据：《最低生活保障审核确认办法（民发〔2021〕57号）》第八条）',
    )
  })

  test('tell a refused family which condition failed and what would change it', () => {
    const { explanation } = evaluate(compiled(), { members: [{ birthDate: '1980-01-01', otherIncome: 1500 }] })
    expect(explanation['zh-CN'].join('')).toContain('人均月收入 1,500 元，没有低于 940 元的标准')
    expect(explanation['zh-CN'].join('')).toContain('从 1,500 元降到 940 元以下，可以重新申请')
    expect(explanation.en.length).toBe(explanation['zh-CN'].length)
  })

  test('tell about savings over the limit, and what may be brought', () => {
    const { explanation } = evaluate(compiled(), {
      household: { deposits: 30000 },
      members: [{ birthDate: '1980-01-01' }],
    })
    expect(explanation['zh-CN'].join('')).toContain('共 30,000 元，超过 22,560 元的限额')
  })
})

describe('versions', () => {
  test('change with the day', () => {
    const basis = (date: string) =>
      compiled({ date }).internals.ruleVersions.find(rule => rule.name === '整户符合')?.from
    expect([basis('2021-06-30'), basis('2021-07-01'), basis('2026-07-01')]).toEqual([
      '2014-05-01',
      '2021-07-01',
      '2026-07-01',
    ])
  })

  test('name an override as such', () => {
    const { versions } = evaluate(compiled({ overrides: { assetMonths: '12' } }), family)
    expect(versions.parameters).toContainEqual({ name: '金融资产月数', pack: 'override', from: '2021-09-13' })
    expect(versions.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a refusal', () => {
  test('for an unset value names the parameter, the pack and the clause', () => {
    const problem = refusal(() => evaluate(compiled({ pack: 'jinan' }), { members: [{ birthDate: '1980-01-01' }] }))
    expect(problem).toMatchObject({
      code: 'policy.parameter-unset',
      details: { parameter: '城镇低保标准', setBy: 'jinan', clause: '第2项' },
    })
  })

  test('before the first value names its first day', () => {
    const problem = refusal(() => compiled({ date: '2010-01-01' }))
    expect(problem).toMatchObject({ code: 'policy.rule-before-first-date', details: { firstDate: '2012-12-12' } })
  })

  test('of a situation lists everything that is wrong with it', () => {
    const situation = {
      household: { deposit: 1, homes: 'two' },
      members: [
        { wage: '1e3', relation: 'cousin' },
        { birthDate: '2021-02-29', wage: 1.234 },
      ],
    }
    const problem = refusal(() => evaluate(compiled(), situation))
    expect(problem.code).toBe('policy.situation-invalid')
    expect(problem.issues.map(issue => `${issue.pointer} ${issue.code}`)).toEqual([
      '/household/deposit fact.unknown',
      '/household/homes fact.not-a-number',
      '/members/0/relation fact.not-an-option',
      '/members/0/birthDate fact.missing',
      '/members/0/wage fact.not-a-number',
      '/members/1/birthDate fact.not-a-date',
      '/members/1/wage fact.too-many-decimals',
    ])
  })

  for (const [what, query, code] of [
    ['an unknown pack', { pack: 'nowhere' }, 'policy.pack-unknown'],
    ['an unknown programme', { programme: 'nothing' }, 'policy.programme-unknown'],
    ['a day that does not exist', { date: '2021-02-29' }, 'policy.date-invalid'],
    ['an unknown override', { overrides: { nothing: '1' } }, 'policy.override-unknown'],
    ['an override out of bounds', { overrides: { assetMonths: '500' } }, 'policy.override-invalid'],
  ] as const)
    test(`of ${what}`, () => expect(refusal(() => compiled(query)).code).toBe(code))
})

test('Chinese names and ascii ids mean the same', () => {
  const inChinese: Situation = {
    household: { 存款: 100 },
    members: [{ 出生日期: '1980-01-01', 工资: 500, 与申请人关系: '本人' }],
  }
  const inAscii: Situation = {
    household: { deposits: 100 },
    members: [{ birthDate: '1980-01-01', wage: 500, relation: 'self' }],
  }
  expect(evaluate(compiled(), inChinese).decision).toEqual(evaluate(compiled(), inAscii).decision)
})

test('the schema of a situation asks for the date of birth and describes every field', () => {
  const schema = situationSchema(compiled()) as {
    properties: { members: { items: { required: string[]; properties: object } } }
  }
  expect(schema.properties.members.items.required).toEqual(['birthDate'])
  expect(Object.keys(schema.properties.members.items.properties)).toContain('wage')
})

/** Everything that a draft can get wrong is told with its place; what is sound is not. */
import { describe, expect, test } from 'vitest'
import { changeOf, findingsFor, lawWith, ruleOf, smallLaw } from './small-law.fixture.ts'

const told = (...given: Parameters<typeof findingsFor>) =>
  findingsFor(...given).map(({ severity, code, change }) => `${severity} ${code} ${change}`)

test('the small law itself has no fault', () => {
  expect(smallLaw().problems).toEqual([])
})

test('a sound change has nothing against it', () => {
  expect(told([{}])).toEqual([])
})

describe('refused is', () => {
  test.each([
    ['a draft without a change', [], 'error draft.empty null'],
    ['a value outside the bounds of above', [{ value: '5001' }], 'error pack.out-of-bounds 0'],
    ['more decimals than declared', [{ value: '720.125' }], 'error pack.more-than-decimals 0'],
    ['a text where a number stands', [{ value: '七百' }], 'error pack.bad-number 0'],
    ['an empty value', [{ value: '' }], 'error pack.bad-number 0'],
    ['a relation broken', [{ value: '599' }], 'error pack.check-fails 0'],
    ['a direction broken', [{ parameter: '倍数', value: '1.2' }], 'error pack.only-raise 0'],
    ['a value closed to this level', [{ parameter: '年限', value: '4' }], 'error pack.not-open 0'],
    ['a guideline left without a reason', [{ value: '900' }], 'error draft.reason-missing 0'],
    ['no clause', [{ clause: ' ' }], 'error draft.no-clause 0'],
    ['no document', [{ document: '' }], 'error draft.no-clause 0'],
    ['a document nobody lists', [{ document: 'gossip' }], 'error pack.unknown-document 0'],
    ['a parameter nobody declares', [{ parameter: '没有的' }], 'error draft.parameter-unknown 0'],
    ['the same day twice', [{}, { value: '730' }], 'error draft.twice 1'],
    ['a day that has its value', [{ from: '2021-01-01', reason: '更正' }], 'error draft.date-taken 0'],
    ['a day gone by without a reason', [{ from: '2026-03-01' }], 'error draft.starts-in-past 0'],
    ['taking away what a formula needs', [{ value: null }], 'error draft.needed-by-formula 0'],
  ])('%s', (_, changes, code) => {
    expect(told(changes)).toContain(code)
  })

  test('a standard without the statistic it rests on, which is named', () => {
    const files = {
      'c/parameters/standard.yaml': `values:
  - { name: 农村标准, values: [{ from: 2021-01-01, value: '600', citation: { document: notice, clause: 一 } }] }
  - { name: 城镇标准, values: [{ from: 2021-01-01, value: '700', citation: { document: notice, clause: 一 } }] }
`,
    }
    const change = { parameter: '农村标准', value: '610' }
    const [finding] = findingsFor([change], { folder: smallLaw(files) })
    expect(finding).toMatchObject({ severity: 'error', code: 'draft.statistic-missing', change: 0 })
    expect(finding?.message['zh-CN']).toContain('没有“上年支出”')
    expect(finding?.file).toBe('n/parameters/standard.yaml')
    // In the same draft it may come along.
    expect(told([change, { parameter: '上年支出', value: '1900' }], { folder: smallLaw(files) })).toEqual([])
  })

  test('a standard on a statistic of years ago, until the new one is there', () => {
    const change = { parameter: '农村标准', from: '2027-07-01', value: '610' }
    expect(told([change])).toEqual(['error draft.statistic-old 0'])
    expect(told([change, { parameter: '上年支出', from: '2027-01-01', value: '2100' }])).toEqual([])
  })
})

test('a finding names the file and the line of the written text', () => {
  const [finding] = findingsFor([{ parameter: '农村标准', value: '610' }, { value: '5001' }])
  expect(finding).toMatchObject({ code: 'pack.out-of-bounds', change: 1, parameter: '城镇标准' })
  const text = lawWith(smallLaw(), [changeOf({ parameter: '农村标准', value: '610' }), changeOf({ value: '5001' })])
  expect(text.files[finding?.file ?? '']?.split('\n')[(finding?.line ?? 0) - 1]).toContain('"5001"')
})

test('a stated reason turns the refusal into something to weigh', () => {
  expect(told([{ value: '900', reason: '过渡一年' }])).toEqual(['warning draft.departs-with-reason 0'])
  expect(told([{ from: '2026-03-01', reason: '文件从三月起执行' }])).toEqual(['warning draft.backdated 0'])
})

describe('a value that was released before', () => {
  const released = [[changeOf({ from: '2026-07-01', value: '710' })]]

  test('and has not begun may be replaced, which is said', () => {
    expect(told([{ from: '2026-07-01', value: '715' }], { released })).toEqual(['warning draft.replaces-future 0'])
  })

  test('and holds is not written over', () => {
    const holding = [[changeOf({ from: '2026-03-02', value: '710' })]]
    expect(told([{ from: '2026-03-02', value: '715' }], { released: holding })).toEqual(['error draft.date-taken 0'])
  })

  test('does not have its own old findings told again when the text moves', () => {
    const soft = [[changeOf({ from: '2026-07-01', value: '900' })]]
    expect(told([{ parameter: '倍数', value: '1.6' }], { released: soft })).toEqual([])
  })
})

test('a change above is held against the levels below', () => {
  const folder = smallLaw({
    'c/parameters/multiple.yaml':
      "values:\n  - { name: 倍数, values: [{ from: 2027-01-01, value: '1.8', citation: { document: notice, clause: 四 } }] }\n",
  })
  const above = [{ parameter: '倍数', value: '2', document: 'law' }]
  expect(told(above, { folder, pack: 'n' })).toContain('error pack.only-raise null')
})

describe('a rule', () => {
  test('written soundly has nothing against it', () => {
    expect(told([ruleOf({})])).toEqual([])
  })

  test.each([
    ['that cannot be read', { formula: 'if 工资 > 1 then 2' }, 'error syntax.else-missing 0'],
    ['without a text', { formula: '' }, 'error pack.wrong-shape 0'],
    ['that names what nobody declares', { formula: '工次 / 2' }, 'error check.unknown-name-similar 0'],
    ['of another type', { formula: '工资 > 1' }, 'error check.result-type 0'],
    ['that needs itself', { formula: '折算 + 1' }, 'error check.cycle 0'],
    ['that needs what needs it', { formula: 'if 符合 then 1 else 2' }, 'error check.cycle 0'],
    ['without a clause', { clause: '' }, 'error draft.no-clause 0'],
    ['on a document nobody lists', { document: 'gossip' }, 'error pack.unknown-document 0'],
    ['from a day gone by without a reason', { from: '2026-03-01' }, 'error draft.starts-in-past 0'],
    ['closed to this level', { rule: '金额', formula: '0' }, 'error pack.not-open 0'],
    ['that nobody declares', { rule: '没有的' }, 'error draft.rule-unknown 0'],
    ['of a programme that is not there', { programme: 'y' }, 'error draft.rule-unknown 0'],
    ['longer than a formula may be', { formula: `1${' + 1'.repeat(600)}` }, 'error syntax.formula-too-long 0'],
    ['deeper than a person reads', { formula: `${'('.repeat(900)}1${')'.repeat(900)}` }, 'error syntax.too-deep 0'],
  ])('%s is refused', (_, change, code) => {
    expect(told([ruleOf(change)])).toContain(code)
  })

  test('is told at its line and column', () => {
    const [finding] = findingsFor([ruleOf({ formula: 'if 工资 > 100\n  then 工次\n  else 0' })])
    expect(finding).toMatchObject({ change: 0, at: { line: 2, column: 8 }, file: 'c/programmes/x/published.yaml' })
    expect(finding?.suggestion['zh-CN']).toContain('工资')
  })

  test('that makes another formula wrong is told where that stands', () => {
    const rules = `rules:
  - { name: 份数, id: parts, label: { zh-CN: 份数, en: Parts }, versions: [{ from: 2021-01-01, formula: 城镇标准 / (折算 + 1), citation: { document: notice, clause: 三 } }] }
`
    const folder = smallLaw({ 'c/programmes/x/rules.yaml': rules })
    expect(folder.problems).toEqual([])
    const [finding] = findingsFor([ruleOf({ formula: '工资 - 5' })], { folder })
    expect(finding).toMatchObject({ severity: 'error', change: null, file: 'c/programmes/x/rules.yaml' })
  })

  test('written twice for one day is refused, and one day that has it is not written over', () => {
    expect(told([ruleOf({}), ruleOf({ formula: '工资' })])).toContain('error draft.twice 1')
    const released = [[ruleOf({ from: '2026-03-01' })]]
    expect(told([ruleOf({ from: '2026-03-01', reason: '更正' })], { released })).toContain('error draft.date-taken 0')
  })

  test('published before and not begun may be replaced, which is said', () => {
    expect(told([ruleOf({ formula: '工资 / 3' })], { released: [[ruleOf({})]] })).toEqual([
      'warning draft.replaces-future 0',
    ])
  })

  test('that a later version takes over is said', () => {
    const released = [[ruleOf({ from: '2027-01-01' })]]
    expect(told([ruleOf({})], { released })).toEqual(['warning draft.rule-outlived 0'])
  })

  test('changes beside a value, each told at its own place', () => {
    const both = [ruleOf({ formula: '工次' }), changeOf({ value: '5001' })] as ReturnType<typeof ruleOf>[]
    expect(told(both)).toEqual(['error check.unknown-name-similar 0', 'error pack.out-of-bounds 1'])
  })
})

/** Decision tables: which row hits, what comes out, and that a table says the same as the formula it stands for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerOf, run } from './trial.ts'

const plain = { unit: '' }
const byHomes = (hit: string, rows: string, order?: string) => ({
  table: { hit, rows, ...(order ? { order } : {}) },
  rule: plain,
})
const homes = (count: number) => ({ household: { homes: count } })

describe('a table', () => {
  const stepped = byHomes(
    'unique',
    `
    | 住房套数 | 分值 |
    | -------- | ---- |
    | 0        | 100  |
    | [1..3)   | 50   |
    | >= 3     | 0    |`,
  )

  test('of unique rows gives the result of the one that hits', () => {
    expect([0, 1, 2, 3, 9].map(count => answerOf(stepped, homes(count)))).toEqual(['100', '50', '50', '0', '0'])
  })

  test('needs no outer bars and no line under its heading', () => {
    expect(answerOf(byHomes('unique', '住房套数 | 分值\n0 | 7\n默认 | 0'), homes(0))).toBe('7')
  })

  test('shows in the trace how it reads and which row hit', () => {
    const [node] = run(stepped, homes(2))
    expect(node).toMatchObject({ value: '50', rowsHit: [2], facts: [{ name: '住房套数', value: '2' }] })
    expect(node!.formula.split('\n').slice(0, 2)).toEqual(['决策表（唯一命中）', '| 住房套数 | 分值 |'])
  })

  test('shows no row where the default holds, and the last where nothing else is left', () => {
    expect(run(byHomes('first', '住房套数 | 分值\n1 | 7\n默认 | 3'), homes(5))[0]).toMatchObject({
      value: '3',
      rowsHit: [],
    })
    expect(run(stepped, homes(5))[0]!.rowsHit).toEqual([3])
  })

  test('of members decides for each of them', () => {
    const nodes = run(
      {
        table: {
          hit: 'unique',
          rows: '残疾类别 | 残疾等级 | 比例\n"智力", "精神" | [1..3] | 0.3\n"智力", "精神" | 0, 4 | 0.1\n"无" | - | 0',
        },
        rule: { scope: 'member', unit: '' },
      },
      { members: [{ kind: '智力', grade: 3 }, { kind: '精神', grade: 4 }, {}] },
    )
    expect(nodes.map(node => [node.value, node.rowsHit])).toEqual([
      ['3/10', [1]],
      ['1/10', [2]],
      ['0', [3]],
    ])
  })

  test('may read several inputs, formulas of parameters in its cells, and give money', () => {
    const limit = {
      table: { hit: 'first', rows: '存款 | 金额\n<= 低保标准 * 月数上限 | 低保标准 / 2\n默认 | 0' },
    }
    expect(answerOf(limit, { household: { deposits: 22_560 } })).toBe('470')
    expect(answerOf(limit, { household: { deposits: '22560.01' } })).toBe('0')
  })

  test('of a column that tests for null takes missing values', () => {
    const subsidised = { table: { hit: 'first', rows: '补贴 | 金额\nnull | 1\n> 100 | 2\n默认 | 3' } }
    const given = (subsidy: number | null) => answerOf(subsidised, { household: { subsidy } })
    expect([given(null), given(200), given(50)]).toEqual(['1', '2', '3'])
  })

  test('takes not(…), lists, dates and yes or no in its cells', () => {
    const cells = byHomes('first', '住房套数 | 分值\nnot(1, [3..5]) | 1\n1, 4 | 2\n默认 | 3')
    expect([0, 1, 3, 4, 6].map(count => answerOf(cells, homes(count)))).toEqual(['1', '2', '3', '2', '1'])
    const member = (rows: string) => ({ table: { hit: 'unique', rows }, rule: { scope: 'member', unit: '' } })
    const dated = member('出生日期 | 分值\n< date("1960-01-01") | 2\n>= date("1960-01-01") | 1')
    expect(run(dated, { members: [{ born: '1959-12-31' }, {}] }).map(node => node.value)).toEqual(['2', '1'])
    const ill = member('重病 | 分值\ntrue | 1\nfalse | 0')
    expect(run(ill, { members: [{ ill: true }, {}] }).map(node => node.value)).toEqual(['1', '0'])
  })
})

describe('the hit policy', () => {
  const rows = '住房套数 | 分值\n<= 2 | 10\n<= 1 | 30\n[1..4] | 20'
  const answers = (hit: string, text: string, order?: string) =>
    [0, 1, 2, 3, 5].map(count => answerOf(byHomes(hit, text, order), homes(count)))

  test('any: rows may overlap where they agree', () => {
    expect(answers('any', '住房套数 | 分值\n<= 2 | 10\n<= 1 | 10\n默认 | 0')).toEqual(['10', '10', '10', '0', '0'])
  })

  test('first: the upper row wins', () => {
    expect(answers('first', '住房套数 | 分值\n<= 1 | 30\n<= 2 | 10\n[1..4] | 20\n默认 | 0')).toEqual([
      '30',
      '30',
      '10',
      '20',
      '0',
    ])
  })

  test('priority: the result that comes first in order wins', () => {
    const text = '住房套数 | 分值\n<= 2 | 10\n<= 1 | 30\n[3..4] | 20\n默认 | 0'
    expect(answers('priority', text, '[30, 20, 10]')).toEqual(['30', '30', '10', '20', '0'])
    expect(answers('priority', text.replace('<= 1', '1'), '[30, 20, 10]')).toEqual(['10', '30', '10', '20', '0'])
  })

  test('collect sum: all that hit are added; none gives 0', () => {
    expect(answers('collect sum', rows)).toEqual(['40', '60', '30', '20', '0'])
    expect(answers('collect sum', `${rows}\n默认 | 7`)).toEqual(['40', '60', '30', '20', '7'])
  })

  test('collect min and max: the least and the most of what hits', () => {
    expect(answers('collect min', `${rows}\n默认 | 0`)).toEqual(['10', '10', '10', '20', '0'])
    expect(answers('collect max', `${rows}\n默认 | 0`)).toEqual(['30', '30', '20', '20', '0'])
    expect(answers('collect max', `${rows}\n> 4 | 5`)).toEqual(['30', '30', '20', '20', '5'])
  })

  test('collect count: how many hit', () => {
    expect(answers('collect count', rows)).toEqual(['2', '3', '2', '1', '0'])
  })

  test('collect: the trace names every row that hit', () => {
    expect(run(byHomes('collect sum', rows), homes(1))[0]!.rowsHit).toEqual([1, 2, 3])
  })
})

describe('collect max and min over random rows', () => {
  const row = fc.record({
    low: fc.integer({ min: 0, max: 9 }),
    width: fc.integer({ min: 0, max: 9 }),
    result: fc.integer({ min: -5, max: 5 }),
  })

  test('are what picking by hand gives', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 20 }), (drawn, count) => {
        const text = drawn.map(r => `[${r.low}..${r.low + r.width}] | ${r.result}`).join('\n')
        const hit = drawn.filter(r => r.low <= count && count <= r.low + r.width).map(r => r.result)
        const of = (policy: string) => answerOf(byHomes(policy, `住房套数 | 分值\n${text}\n默认 | 99`), homes(count))
        expect(of('collect max')).toBe(String(hit.length === 0 ? 99 : Math.max(...hit)))
        expect(of('collect min')).toBe(String(hit.length === 0 ? 99 : Math.min(...hit)))
        expect(of('collect count')).toBe(String(hit.length === 0 ? 99 : hit.length))
      }),
      { numRuns: 60 },
    )
  })
})

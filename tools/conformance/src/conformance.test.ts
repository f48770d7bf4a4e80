/** The runner on kits of our own: what models mean, what is counted, what becomes of files that cannot be read. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { readReasons } from './reasons.ts'
import {
  decision,
  expects,
  type Files,
  literal,
  model,
  needs,
  nothing,
  tests,
  value,
  withKit,
} from './small-kit.testing.ts'

function topic(name: string, body: string, cases: readonly string[]): Files {
  return { [`${name}/m.dmn`]: model(body), [`${name}/m-test-01.xml`]: tests('m.dmn', cases) }
}

function json(files: Files) {
  return withKit(files, folder => {
    const { stdout, stderr, exitCode } = runCommand(['--tck', folder, '--json'])
    return { ...JSON.parse(stdout), stderr, exitCode }
  })
}

/** What a run says in words, to see what came out where something else was expected. */
function missed(files: Files): string {
  return withKit(files, folder => runCommand(['--tck', folder]).stdout)
}

const sum = topic('compliance-level-3/0001-sum', decision('total', literal('1/3 + 2/3')), [
  expects('total', value('decimal', '1')),
])

describe('the command', () => {
  test('prints one JSON object and nothing else', () => {
    withKit(sum, folder => {
      const { stdout, stderr, exitCode } = runCommand(['--tck', folder, '--json'])
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
      expect(stdout).toMatch(/^\{.*\}\n$/)
      expect(JSON.parse(stdout)).toMatchObject({ total: 1, inScope: 1, pass: 1, fail: 0, nonNull: 1, nonNullPass: 1 })
    })
  })

  test('answers 1 when too few pass, and says what came out', () => {
    const wrong = topic('a', decision('total', literal('1 + 1')), [expects('total', value('decimal', '3'))])
    expect(json(wrong)).toMatchObject({ exitCode: 1, pass: 0, fail: 1 })
    expect(missed(wrong)).toContain('total: 2, not 3')
  })

  test('helps, and answers 2 when it could not run', () => {
    expect(runCommand(['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--tck DIR') })
    expect(runCommand([])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--tck wants') })
    expect(runCommand(['--tck', '/no/such/folder'])).toMatchObject({ exitCode: 2, stdout: '' })
    expect(runCommand(['--fast'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("'--fast'") })
    expect(withKit({ 'empty/readme.txt': '' }, folder => runCommand(['--tck', folder, '--json']))).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there is no case'),
    })
  })

  test('names files that it cannot read and runs the others', () => {
    const { stderr, total, pass, exitCode } = json({
      ...sum,
      'compliance-level-3/0002-torn/m.dmn': '<definitions><decision',
      'compliance-level-3/0002-torn/m-test-01.xml': tests('m.dmn', [expects('x', nothing)]),
      'compliance-level-3/0003-other/m-test-01.xml': '<html/>',
      'compliance-level-3/0004-bomb/m-test-01.xml':
        '<!DOCTYPE a [<!ENTITY b "c">]><testCases><testCase id="&b;"/></testCases>',
    })
    expect({ total, pass, exitCode }).toEqual({ total: 2, pass: 1, exitCode: 0 })
    for (const file of ['0002-torn/m.dmn', '0003-other/m-test-01.xml', '0004-bomb/m-test-01.xml'])
      expect(stderr).toContain(`cannot read compliance-level-3/${file}`)
  })

  test('leaves out what does not claim compliance, when there are levels', () => {
    const claimed = json({
      ...sum,
      ...topic('non-compliant/0001-x', decision('y', literal('1')), [expects('y', nothing)]),
    })
    expect(claimed.total).toBe(1)
  })

  test('survives a function that calls itself for ever', () => {
    const endless = `<businessKnowledgeModel name="f" id="f"><variable name="f"/>${needs('Knowledge', 'f')}<encapsulatedLogic>
      <formalParameter name="n"/>${literal('f(n + 1)')}</encapsulatedLogic></businessKnowledgeModel>`
    const logic = decision('d', literal('f(1)'), needs('Knowledge', 'f'))
    const cycle =
      decision('a', literal('b'), needs('Decision', 'b')) + decision('b', literal('a'), needs('Decision', 'a'))
    expect(json(topic('x', endless + logic + cycle, [expects('d', nothing), expects('a', nothing)])).total).toBe(2)
  })
})

describe('the scoreboard', () => {
  test('is not written while a miss has no reason', () => {
    const wrong = topic('compliance-level-3/9999-ours', decision('d', literal('1')), [expects('d', nothing)])
    withKit(wrong, folder => {
      const target = join(folder, 'page.md')
      const { exitCode, stderr } = runCommand(['--tck', folder, '--write'], target)
      expect(exitCode).toBe(1)
      expect(stderr).toContain('compliance-level-3/9999-ours d is missed without a reason')
      expect(existsSync(target)).toBe(false)
    })
  })

  test('is not written while a reason has no miss', () => {
    const [{ topic: name, cases } = { topic: '', cases: [] as readonly string[] }] = readReasons()
    const passing = topic(name, decision(cases[0]!, literal('1')), [expects(cases[0]!, value('decimal', '1'))])
    withKit(passing, folder => {
      expect(runCommand(['--tck', folder, '--write'], join(folder, 'page.md')).stderr).toContain(
        `a reason for ${name} ${cases[0]}, which is not missed`,
      )
    })
  })

  test('says what was run', () => {
    withKit({ ...sum, 'README.md': 'commit abcdef1, 2026-01-02' }, folder => {
      const target = join(folder, 'page.md')
      expect(runCommand(['--tck', folder, '--write'], target).exitCode).toBe(0)
      const page = readFileSync(target, 'utf8')
      expect(page).toContain('commit abcdef1 of 2026-01-02. 1 cases.')
      expect(page).toContain('| compliance-level-3/0001-sum | 1 / 1 | – | – |')
    })
  })

  test('that is committed has a reason for every miss, and no reason is left over', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/conformance.md'), 'utf8')
    const rows = [...page.matchAll(/^\| (\S+) \| (\S+) \| (?:A|B|C|outside) \| (.*) \|$/gm)]
    const given = readReasons().flatMap(({ topic: name, cases, reason }) => cases.map(id => [name, id, reason]))
    expect(rows.map(([, name, id, reason]) => [name, id, reason])).toEqual(given)
    expect(given.every(([, , reason]) => reason !== '')).toBe(true)
  })
})

describe('expected values', () => {
  const answers = (formula: string, expected: string) =>
    json(topic('t', decision('d', literal(formula)), [expects('d', expected)])).classes
  const passes = (formula: string, expected: string) =>
    Object.values<{ pass: number }>(answers(formula, expected)).some(({ pass }) => pass === 1)

  test('numbers agree within 10⁻⁸', () => {
    expect(passes('1/3', value('double', '0.33333333'))).toBe(true)
    expect(passes('1/3', value('double', '0.3333333'))).toBe(false)
  })

  test('lists agree by order, contexts by key', () => {
    const list = `<list><item>${value('decimal', '1')}</item><item>${nothing}</item></list>`
    expect(passes('[1, null]', list)).toBe(true)
    expect(passes('[null, 1]', list)).toBe(false)
    const context = `<component name="a">${value('string', 'x')}</component><component name="b">${nothing}</component>`
    expect(passes('{b: null, a: "x"}', context)).toBe(true)
    expect(passes('{a: "x"}', context)).toBe(false)
    expect(passes('{a: "x", b: null, c: 1}', context)).toBe(false)
  })

  test('moments agree by what they mean', () => {
    expect(passes('@"P1D"', value('duration', 'PT24H'))).toBe(true)
    expect(passes('@"2021-01-01T10:00:00Z"', value('dateTime', '2021-01-01T11:00:00+01:00'))).toBe(true)
    expect(passes('@"2021-01-01"', value('string', '2021-01-01'))).toBe(false)
  })

  test('a formula that cannot be read answers null', () => {
    expect(passes('1 +', nothing)).toBe(true)
  })
})

describe('classes', () => {
  const lines: readonly (readonly [string, string])[] = [
    ['1 + 2 in [1..3]', 'A'],
    ['[1, 2][item > 1]', 'A'],
    ['some x in [1] satisfies x = 1', 'A'],
    ['round half up(1.5, 0)', 'A'],
    ['@"2021-01-01" + duration("P1D")', 'B'],
    ['date("2021-01-01").year', 'B'],
    ['2 ** 3', 'C'],
    ['[1, 2][1]', 'C'],
    ['{a: 1}', 'C'],
    ['upper case("a")', 'C'],
    ['even(number: 1)', 'C'],
    ['for i in [1], j in [2] return i', 'C'],
    ['@"10:00:00"', 'outside'],
    ['date and time("2021-01-01T00:00:00")', 'outside'],
    ['function(x) x', 'outside'],
    ['1 instance of number', 'outside'],
    ['matches("a", "b")', 'outside'],
    ['1 +', 'outside'],
  ]

  test.each(lines)('%s is %s', (formula, wanted) => {
    const { classes } = json(topic('t', decision('d', literal(formula)), [expects('d', nothing)]))
    expect(Object.keys(classes).filter(name => classes[name].total === 1)).toEqual([wanted])
  })

  test('follow from what a decision requires, and from declared types', () => {
    const body =
      decision('a', literal('b'), needs('Decision', 'b')) +
      decision('b', literal('2 ** 2')) +
      decision('t', literal('null'), '', 'time')
    expect(json(topic('t', body, [expects('a', value('decimal', '4')), expects('t', nothing)])).classes).toMatchObject({
      C: { total: 1 },
      outside: { total: 1 },
    })
  })

  test('cases that expect nothing are counted apart', () => {
    const body = decision('a', literal('1 / 0')) + decision('b', literal('1'))
    const { inScope, nonNull, nonNullPass } = json(
      topic('t', body, [expects('a', nothing), expects('b', value('decimal', '1'))]),
    )
    expect({ inScope, nonNull, nonNullPass }).toEqual({ inScope: 2, nonNull: 1, nonNullPass: 1 })
  })
})

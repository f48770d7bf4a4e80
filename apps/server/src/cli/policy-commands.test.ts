/** The commands about policies, run as a script would run them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { evaluateCommand } from './evaluate.ts'
import { policyCheckCommand } from './policy-check.ts'
import { schemaSituationCommand } from './schema-situation.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-policies-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const io = (stdin = '', cwd = '/') => ({ stdin: () => Promise.resolve(stdin), cwd, env: {} })
const alone = '{"members":[{"birthDate":"1980-01-01"}]}'

describe('policy check', () => {
  test('finds nothing wrong with the packs of the product', async () => {
    const { exitCode, stdout } = await policyCheckCommand.run(['--date', '2026-07-01'], io())
    expect(stdout).toMatch(/\d+ packs, 0 errors, 0 warnings, \d+ cases, 0 failed/)
    expect(exitCode).toBe(0)
  })

  test('names file, line and column of a mistake, in both languages, and answers no', async () => {
    const folder = folderWith({ 'p/pack.yaml': 'name: p\nlevl: nation\n' })
    const { exitCode, stdout } = await policyCheckCommand.run([folder], io())
    expect(exitCode).toBe(1)
    expect(stdout).toContain('p/pack.yaml:2:1 error pack.unknown-key-similar 这里没有“levl”这一项，是否想写“level”？')
  })

  test('could not run without any pack', async () => {
    expect((await policyCheckCommand.run([folderWith({})], io())).exitCode).toBe(2)
  })

  test('gives JSON when asked', async () => {
    const { stdout } = await policyCheckCommand.run(['--date', '2026-07-01', '--json'], io())
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], failed: [] })
  })
})

describe('evaluate', () => {
  test('reads a situation from standard input and gives decision, amounts and trace', async () => {
    const { exitCode, stdout } = await evaluateCommand.run(
      ['--pack', 'demo-changzhou', '--date', '2021-09-13', '-'],
      io(alone),
    )
    expect(exitCode).toBe(0)
    const { decision, amounts, trace } = JSON.parse(stdout)
    expect(decision).toMatchObject({ eligible: true, category: 'dibao', amountFenPerMonth: 94000 })
    expect(amounts).toEqual({ fenPerMonth: 94000, yuanPerMonth: '940.00', fenOnce: 0, yuanOnce: '0.00' })
    expect(trace.inputs.length).toBe(5)
  })

  test('reads a file and takes figures for this run only', async () => {
    const folder = folderWith({ 'one.json': alone })
    const argv = [
      '--pack',
      'changzhou',
      '--date',
      '2021-09-13',
      '--set',
      'rounding=进一到元',
      '--set',
      'supplementMethod=不增发',
      'one.json',
    ]
    const { stdout } = await evaluateCommand.run(argv, io('', folder))
    expect(JSON.parse(stdout).amounts.fenPerMonth).toBe(94000)
  })

  test('answers no, and says what is missing, where a value is unset', async () => {
    const { exitCode, stdout } = await evaluateCommand.run(['--pack', 'jinan', '--date', '2021-09-13', '-'], io(alone))
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).problem).toMatchObject({
      code: 'policy.parameter-unset',
      details: { parameter: '城镇低保标准' },
    })
  })

  test('could not run without a pack', async () => {
    expect((await evaluateCommand.run(['-'], io(alone))).exitCode).toBe(2)
  })
})

test('schema situation prints a JSON Schema', async () => {
  const { stdout } = await schemaSituationCommand.run(['--pack', 'demo-jinan'], io())
  const schema = JSON.parse(stdout)
  expect(schema.$schema).toContain('2020-12')
  expect(Object.keys(schema.properties.members.items.properties)).toContain('filialSubsidy')
})

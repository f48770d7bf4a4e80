/** `doudi simulate` as somebody at a desk uses it. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulateCommand } from './simulate.ts'

const jinan = ['--pack', 'demo-jinan', '--date', '2026-09-01']
let folder: string

const simulate = (...argv: string[]) => simulateCommand.run(argv, { stdin: async () => '', cwd: folder, env: {} })

const family = (id: string, area: string, wage: unknown) =>
  JSON.stringify({ id, area, members: [{ birthDate: '1980-01-01', registration: 'rural', wage }] })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doudi-simulate-'))
  const lines = [family('甲', '东村', '640'), family('乙', '东村', '660'), '', family('丙', '西村', '900')]
  await writeFile(join(folder, 'register.jsonl'), lines.join('\n'))
  await writeFile(join(folder, 'broken.jsonl'), `${family('甲', '东村', '640')}\n{"id": 2}\n`)
  await writeFile(join(folder, 'misfit.jsonl'), `${family('甲', '东村', '640')}\n${family('乙', '东村', 'much')}\n`)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a changed standard', () => {
  test('over families from a file: who enters and gains, by name, area and amount', async () => {
    const { exitCode, stdout } = await simulate(
      ...jinan,
      ...['--set', 'ruralStandard=700', '--situations', 'register.jsonl', '--list', '10', '--json'],
    )
    expect(exitCode).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.changed).toMatchObject([
      { id: '甲', area: '东村', change: 'gains', fenBefore: 1000, fenAfter: 6000 },
      { id: '乙', area: '东村', change: 'enters', fenBefore: 0, fenAfter: 4000 },
    ])
    expect(answer.variants.map((variant: { total: { fen: number } }) => variant.total.fen)).toEqual([1000, 10_000])
  })

  test('over invented families, in words, beside a second draft', async () => {
    const { exitCode, stdout } = await simulate(
      ...jinan,
      ...['--set', 'ruralStandard=700', '--second-set', '农村低保标准=600', '--households', '500'],
    )
    expect(exitCode).toBe(0)
    for (const words of ['500 虚构的家庭', 'current → draft', 'draft → second', '进入 enter', '每年 yuan a year'])
      expect(stdout).toContain(words)
  })

  test('from a folder of packs: each of several start days counts from its own day', async () => {
    const entry = (from: string, value: string) =>
      `      - { from: ${from}, value: "${value}", citation: { document: sample, clause: 示例 } }`
    const published = [
      'values:',
      '  - name: 农村特困基本标准\n    values:',
      entry('2026-10-01', '1100'),
      '  - name: 农村低保标准\n    values:',
      ...[entry('2026-10-01', '700'), entry('2026-11-01', '645')],
    ]
    await cp(join(import.meta.dirname, '../../../../policies'), join(folder, 'drafted'), { recursive: true })
    await writeFile(join(folder, 'drafted/demo/jinan/parameters/published.yaml'), `${published.join('\n')}\n`)
    const changesOn = async (date: string) => {
      const asked = ['--pack', 'demo-jinan', '--date', date, '--draft', 'drafted', '--situations', 'register.jsonl']
      const { stdout } = await simulate(...asked, '--list', '10', '--json')
      return JSON.parse(stdout).changed.map(({ id, change }: { id: string; change: string }) => `${id} ${change}`)
    }
    expect(await changesOn('2026-09-30')).toEqual([])
    expect(await changesOn('2026-10-01')).toEqual(['甲 gains', '乙 enters'])
    expect(await changesOn('2026-11-01')).toEqual(['甲 loses'])
  })

  test('a family that does not fit the form is counted, not lost', async () => {
    const { stdout } = await simulate(
      ...jinan,
      ...['--set', 'ruralStandard=700', '--situations', 'misfit.jsonl', '--json'],
    )
    expect(JSON.parse(stdout).variants[0].refused).toEqual({ 'policy.situation-invalid': 1 })
  })
})

describe('is refused', () => {
  test('with the line of a file that is no situation', async () => {
    await expect(simulate(...jinan, '--set', 'ruralStandard=700', '--situations', 'broken.jsonl')).rejects.toThrow(
      /broken\.jsonl:2 is not a situation/,
    )
  })

  test.each([
    ['a value outside its bounds', ['--set', 'ruralStandard=999999'], 'policy.override-invalid'],
    ['a parameter that does not exist', ['--set', 'goldStandard=1'], 'policy.override-unknown'],
    [
      'a programme that does not exist',
      ['--programme', 'wealth', '--set', 'ruralStandard=1'],
      'policy.programme-unknown',
    ],
  ])('%s', async (_, argv, code) => {
    const { exitCode, stdout } = await simulate(...jinan, ...argv)
    expect([exitCode, JSON.parse(stdout).problem.code]).toEqual([1, code])
  })

  test.each([
    ['without a draft', jinan, /--set or --draft/],
    ['without a pack', ['--set', 'ruralStandard=700'], /--pack and --date/],
  ])('%s', async (_, argv, words) => {
    const { exitCode, stderr } = await simulate(...argv)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(words)
  })
})

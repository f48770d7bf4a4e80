/** From words to a command: what people and scripts meet before any command does its work. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@doudi/kernel'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { type CommandList, dispatch } from './dispatch.ts'

const io = (cwd = '/') => ({ stdin: async () => '', cwd, env: {} })
const doudi = (...argv: string[]) => dispatch(commands, argv, io())
const names = Object.keys(commands)

/** A list of one command that does what the test says. */
const only = (run: Command['run']): CommandList => ({
  'clock wind': { summary: 'winds', load: async () => ({ name: 'clock wind', summary: 'winds', usage: 'usage', run }) },
})

describe('doudi', () => {
  test.each([[], ['--help'], ['-h']].map(argv => ({ argv })))('with $argv lists every command', async ({ argv }) => {
    const { exitCode, stdout, stderr } = await doudi(...argv)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    for (const name of names) expect(stdout).toContain(`  ${name} `)
  })

  test.each([['frobnicate'], ['policy'], ['audit', 'verfy'], ['toString'], ['--json']].map(argv => ({ argv })))(
    'does not know $argv: exit code 2 and the list',
    async ({ argv }) => {
      const { exitCode, stdout, stderr } = await doudi(...argv)
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
      expect(stderr).toContain(`unknown command "${argv.join(' ')}"`)
      for (const name of names) expect(stderr).toContain(`  ${name} `)
    },
  )

  test.each(names)('%s --help says what it is for, how it is called and what its exit codes mean', async name => {
    const { exitCode, stdout } = await doudi(...name.split(' '), '--help')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(new RegExp(`^doudi ${name} — `))
    expect(stdout).toMatch(new RegExp(`\n *doudi ${name}`))
    expect(stdout).toMatch(/exit code/i)
    expect(stdout).toContain('--json')
    expect((await doudi(...name.split(' '), '-h')).stdout).toBe(stdout)
  })

  test.each(names)('%s has the summary of the list and its own name', async name => {
    const command = await commands[name]?.load()
    expect(command).toMatchObject({ name, summary: commands[name]?.summary })
  })

  test.each(names)('%s refuses an option it does not know with exit code 2, without a stack trace', async name => {
    const { exitCode, stderr } = await doudi(...name.split(' '), '--no-such-option')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--no-such-option')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each([
    ['policy', 'check', '--json'],
    ['schema', 'situation', '--pack', 'demo-jinan', '--json'],
  ])('%s %s with --json answers with one JSON document', async (...argv) => {
    const { exitCode, stdout } = await doudi(...argv)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toBeTypeOf('object')
  })

  test('audit verify where there is nothing to verify could not run, and says why', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'doudi-nothing-'))
    onTestFinished(() => rmSync(cwd, { recursive: true }))
    const { exitCode, stderr } = await dispatch(commands, ['audit', 'verify', '--json'], {
      ...io(cwd),
      env: { DOUDI_DATA: cwd },
    })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('doudi audit verify: no master key')
  })
})

describe('any command', () => {
  test('gets what stands behind its name', async () => {
    const given: (readonly string[])[] = []
    const list = only(async argv => {
      given.push(argv)
      return { exitCode: 1, stdout: 'no\n', stderr: '' }
    })
    expect(await dispatch(list, ['clock', 'wind', 'a', '--b'], io())).toEqual({
      exitCode: 1,
      stdout: 'no\n',
      stderr: '',
    })
    expect(given).toEqual([['a', '--b']])
  })

  test('that throws could not run: its name, the reason, exit code 2', async () => {
    const slips = only(async () => {
      throw new Error('the spring is broken')
    })
    expect(await dispatch(slips, ['clock', 'wind'], io())).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'doudi clock wind: the spring is broken\n',
    })
    const refuses = only(async () => {
      throw new Problem('conflict', 'clock.wound', { turns: 3 })
    })
    expect((await dispatch(refuses, ['clock', 'wind'], io())).stderr).toBe(
      'doudi clock wind: clock.wound {"turns":3}\n',
    )
  })
})

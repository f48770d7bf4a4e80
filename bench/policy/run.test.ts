/** `doudi bench policy` through the command line, with few households and nobody from outside. */
import { commands } from '@doudi/server/cli/commands.ts'
import { dispatch } from '@doudi/server/cli/dispatch.ts'
import { expect, test } from 'vitest'

const bench = (...options: string[]) =>
  dispatch(commands, ['bench', 'policy', ...options], { stdin: async () => '', cwd: '/', env: {} })

const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text) as Record<string, unknown>)

test('all our own contestants agree, and every line has the same shape', async () => {
  const { exitCode, stdout, stderr } = await bench('--only', 'ours', '--households', '300', '--rounds', '1', '--json')
  // So few households say nothing about speed: a goal may be missed, and the answer may be no.
  expect({ couldRun: exitCode !== 2, stderr }).toEqual({ couldRun: true, stderr: '' })
  const lines = linesOf(stdout)
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(['name', 'value', 'unit', 'spread', 'goal', 'ok'])
    expect(line).toMatchObject({ name: expect.stringMatching(/^policy\./), value: expect.any(Number) })
  }
  expect(lines).toContainEqual(
    expect.objectContaining({
      name: 'policy.disagreements',
      value: 0,
      goal: '= 0',
      ok: true,
      spread: { compared: 11 },
    }),
  )
  expect(lines).toContainEqual(expect.objectContaining({ name: 'policy.columns/hand-ordinary', goal: '<= 1' }))
})

test('when nothing misses a goal, the exit code is 0', async () => {
  const { exitCode, stdout } = await bench('--only', 'interpreter', '--households', '300', '--rounds', '2', '--json')
  expect({ exitCode, missed: linesOf(stdout).filter(({ ok }) => !ok) }).toEqual({ exitCode: 0, missed: [] })
})

test('a name that nobody has is refused with those that there are', async () => {
  const { exitCode, stderr } = await bench('--only', 'abacus')
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/--only knows all, ours, columns, .* found "abacus"/)
})

/** `doudi bench policy` through the command line, with few households and nobody from outside. */
import { commands } from '@doudi/server/cli/commands.ts'
import { dispatch } from '@doudi/server/cli/dispatch.ts'
import { expect, test } from 'vitest'

const bench = (...options: string[]) =>
  dispatch(commands, ['bench', 'policy', ...options], { stdin: async () => '', cwd: '/', env: {} })

test('all our own contestants agree, and every line has the same shape', async () => {
  const { exitCode, stdout, stderr } = await bench(
    '--only',
    'interpreter',
    '--households',
    '300',
    '--rounds',
    '2',
    '--json',
  )
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text) as Record<string, unknown>)
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(['name', 'value', 'unit', 'spread', 'goal', 'ok'])
    expect(line).toMatchObject({ name: expect.stringMatching(/^policy\./), value: expect.any(Number), ok: true })
  }
  expect(lines).toContainEqual(expect.objectContaining({ name: 'policy.disagreements', value: 0, goal: '= 0' }))
  expect(lines).toContainEqual(expect.objectContaining({ name: 'policy.interpreter', unit: 'µs a household' }))
})

test('a name that nobody has is refused with those that there are', async () => {
  const { exitCode, stderr } = await bench('--only', 'abacus')
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/--only knows all, ours, interpreter, .* found "abacus"/)
})

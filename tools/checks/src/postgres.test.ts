/** The PostgreSQL from npm leaves the exit code to whoever started it. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a program that started a database ends with its own exit code', () => {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./postgres.ts'))})
    const postgres = await startPostgres()
    await postgres.stop()
    process.exitCode = 3`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' })
})

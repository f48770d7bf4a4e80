/** `doudi demo` against a server of its own. */
import { testHouse } from '@doudi/testkit'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { addStaff } from '#modules/identity/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import { demoCommand } from './demo.ts'

const house = await testHouse()
const io = (env: Record<string, string> = {}) => ({ stdin: async () => '', cwd: '/', env })

function listening(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  return new Promise(resolve => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(String(port)))
    onTestFinished(() => void server.close())
  })
}

test('lists who can sign in, with the code of this minute', async () => {
  const county = await house.county()
  const place = { role: 'town-assistant', division: county.towns[0]?.code ?? '' }
  const colleague = { login: 'demo-command', name: '陈岚', division: place.division, password: 'Lantern-Bridge-27!' }
  await house.inWork(systemCaller, work => addStaff(work, { ...colleague, roles: [place] }))
  const PORT = await listening(request => house.app.fetch(request))
  const { exitCode, stdout } = await demoCommand.run(['--json'], io({ PORT }))
  expect(exitCode).toBe(0)
  const accounts: { login: string; code: string }[] = JSON.parse(stdout)
  // The house is shared: others' accounts may stand there too, some without a second factor yet.
  const listed = accounts.find(({ login }) => login === colleague.login)
  expect(listed?.code).toMatch(/^\d{6}$/)
  const { stdout: table } = await demoCommand.run([], io({ PORT }))
  expect(table).toMatch(new RegExp(`^${colleague.login} .* \\d{6} `, 'm'))
})

test('says that a server is no demo, or that none answers', async () => {
  const port = await listening(() => new Response('', { status: 404 }))
  expect(await demoCommand.run(['--url', `http://127.0.0.1:${port}/`], io())).toMatchObject({ exitCode: 1, stdout: '' })
  const nobody = await demoCommand.run(['--url', 'http://127.0.0.1:1'], io())
  expect(nobody.exitCode).toBe(2)
  expect(nobody.stderr).toContain('npm start')
})

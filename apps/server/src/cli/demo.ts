/** `doudi demo`: who can sign in to the demo that runs here, each with the code of this minute. */
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

const options = { url: { type: 'string' }, json: { type: 'boolean', default: false } } as const

interface DemoAccount {
  readonly login: string
  readonly password: string
  readonly code: string
  readonly roleName: string
  readonly divisionName: string
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'lists the accounts of the running demo with their current codes',
  usage: `
doudi demo [--url http://localhost:8080] [--json]

Asks the server that runs (PORT, default 8080); it must have been started as a demo, as \`npm start\` does.
--url        another address
--json       an array of accounts: login, password, code, role, division
Exit code 0 printed, 1 the server is no demo, 2 no server answered.`,
  async run(argv, { env }) {
    const { values } = parseArgs({ args: [...argv], options })
    const base = (values.url ?? `http://localhost:${env.PORT ?? 8080}`).replace(/\/+$/, '')
    const answer = await fetch(`${base}/api/v1/demo/accounts`).catch(() => null)
    if (!answer) return { exitCode: 2, stdout: '', stderr: `doudi demo: no server answers at ${base}; try npm start\n` }
    if (!answer.ok) return { exitCode: 1, stdout: '', stderr: `doudi demo: the server at ${base} is no demo\n` }
    const accounts = (await answer.json()) as readonly DemoAccount[]
    return { exitCode: 0, stdout: values.json ? `${JSON.stringify(accounts)}\n` : table(accounts), stderr: '' }
  },
}

function table(accounts: readonly DemoAccount[]): string {
  const lines = accounts.map(
    ({ login, password, code, divisionName, roleName }) =>
      `${login.padEnd(20)} ${password.padEnd(18)} ${code}  ${divisionName} ${roleName}`,
  )
  return `${lines.join('\n')}\n`
}

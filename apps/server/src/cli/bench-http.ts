/** `doudi bench http`: how fast the API is with the households of a real district and fifty people at work. */
import { parseArgs } from 'node:util'
import { inJson, inWords } from '../../../../bench/line.ts'
import type { Command } from './command.ts'
import { wholeNumber } from './options.ts'

const usage = `
doudi bench http [--households 100000] [--users 50] [--seconds 20] [--keep NAME] [--json]

  --households N   how many households with their people and one case each, in two counties
  --users N        accounts at work at once, each with a session of its own; two of them see a county, the others a town
  --seconds N      how long is measured, after three seconds to warm up
  --keep NAME      loads into a database of that name and starts from it the next time; needs DATABASE_URL
  --json           one JSON line for each figure: name, value, unit, spread, goal, ok

Reads DATABASE_URL (whoever it names must be allowed to create databases); without it, a PostgreSQL from npm is
started for the run. Loading takes some minutes. Exit code 0: every goal is reached. 1: one is not. 2: could not run.
`

export const benchHttpCommand: Command = {
  name: 'bench http',
  summary: 'measures the API with a district’s households and fifty people at work',
  usage,
  async run(argv, io) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        households: { type: 'string', default: '100000' },
        users: { type: 'string', default: '50' },
        seconds: { type: 'string', default: '20' },
        keep: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      strict: true,
    })
    const databaseUrl = io.env.DATABASE_URL || undefined
    if (values.keep && !databaseUrl) throw new Error('--keep needs DATABASE_URL: the PostgreSQL from npm keeps nothing')
    const { benchHttp } = await import('../../../../bench/http/run.ts')
    const lines = await benchHttp(
      {
        households: wholeNumber('--households', values.households),
        users: wholeNumber('--users', values.users),
        seconds: wholeNumber('--seconds', values.seconds),
        ...{ keep: values.keep, databaseUrl },
      },
      text => process.stderr.write(`${text}\n`),
    )
    const stdout = lines.map(values.json ? inJson : inWords).join('')
    return { exitCode: lines.every(({ ok }) => ok) ? 0 : 1, stdout, stderr: '' }
  },
}

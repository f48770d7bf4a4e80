/** `doudi bench policy`: how fast a pack is applied to a million households, beside hand-written code and others. */
import { parseArgs } from 'node:util'
import { inJson, inWords } from '../../../../bench/line.ts'
import type { Command } from './command.ts'
import { wholeNumber } from './options.ts'

const usage = `
doudi bench policy [--households 1000000] [--rounds 5] [--only NAMES] [--seed 20240601] [--json]

  --households N   how many households, made from the seed; slow contestants assess the first two thousand
  --rounds N       everybody is measured once in each round; a figure is the median, with smallest and largest
  --only NAMES     of all (the default), ours (needs nothing from the network), or names with commas between:
                   columns, threads, interpreter, feelin, zen, json-rules, duckdb, postgres, end-to-end
  --seed N         another number makes other households
  --json           one JSON line for each figure: name, value, unit, spread, goal, ok

What we are measured beside is installed into bench/peers when it is first needed; PostgreSQL comes from npm with the
product. Takes about two minutes. Exit code 0: every goal is reached and all agree. 1: not so. 2: could not run.
`

export const benchPolicyCommand: Command = {
  name: 'bench policy',
  summary: 'measures policy packs over a million households, beside hand-written code and other engines',
  usage,
  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        households: { type: 'string', default: '1000000' },
        rounds: { type: 'string', default: '5' },
        only: { type: 'string', default: 'all' },
        seed: { type: 'string', default: '20240601' },
        json: { type: 'boolean', default: false },
      },
      strict: true,
    })
    const { benchPolicy } = await import('../../../../bench/policy/run.ts')
    const { groupsNamed } = await import('../../../../bench/policy/groups.ts')
    const lines = await benchPolicy(
      {
        households: wholeNumber('--households', values.households),
        rounds: wholeNumber('--rounds', values.rounds),
        seed: wholeNumber('--seed', values.seed),
        only: groupsNamed(values.only),
      },
      text => process.stderr.write(`${text}\n`),
    )
    const stdout = lines.map(values.json ? inJson : inWords).join('')
    return { exitCode: lines.every(({ ok }) => ok) ? 0 : 1, stdout, stderr: '' }
  },
}

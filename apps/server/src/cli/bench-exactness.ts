/** `doudi bench exactness`: every reader of a formula gives the same answer, to the fen. */
import { parseArgs } from 'node:util'
import { inJson, inWords } from '../../../../bench/line.ts'
import type { Command } from './command.ts'
import { wholeNumber } from './options.ts'

const usage = `
doudi bench exactness [--households 1000000] [--adversarial 100000] [--policies 1000] [--seed 20260701] [--json]

  --households N   random households of the W1 workload, half of them in whole yuan; the exact interpreter decides all
  --adversarial N  households at, just above and just below every threshold
  --policies N     random policies, each over three data sets, read by interpreter, columns and SQL
  --seed N         another number makes other households and policies; a difference is told with its seed
  --json           one JSON line for each figure: name, value, unit, spread, goal, ok

More than twenty thousand households are read by a PostgreSQL from npm, fewer by the embedded one. All of it takes about
five minutes. Exit code 0: no difference. 1: there is one. 2: could not run.
`

export const benchExactnessCommand: Command = {
  name: 'bench exactness',
  summary: 'proves that interpreter, columns, SQL and hand-written code give the same answers',
  usage,
  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        households: { type: 'string', default: '1000000' },
        adversarial: { type: 'string', default: '100000' },
        policies: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '20260701' },
        json: { type: 'boolean', default: false },
      },
      strict: true,
    })
    const { benchExactness } = await import('../../../../bench/exactness/run.ts')
    const lines = await benchExactness(
      {
        households: wholeNumber('--households', values.households),
        adversarial: wholeNumber('--adversarial', values.adversarial),
        policies: wholeNumber('--policies', values.policies),
        seed: wholeNumber('--seed', values.seed),
      },
      text => process.stderr.write(`${text}\n`),
    )
    const stdout = lines.map(values.json ? inJson : inWords).join('')
    return { exitCode: lines.every(({ ok }) => ok) ? 0 : 1, stdout, stderr: '' }
  },
}

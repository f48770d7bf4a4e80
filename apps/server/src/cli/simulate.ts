/** `doudi simulate`: other values or another folder of packs over many households, beside the rules of today. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '@doudi/kernel'
import { compile, loadPacks, type ProgrammeQuery, type Variant, variantOf } from '@doudi/policy'
import type { Command, CommandResult } from './command.ts'
import { readSettings, wholeNumber } from './options.ts'
import { policyFolder, readPolicyFolder } from './read-policy-folder.ts'
import { readRegister, type SimulatedRegister, syntheticRegister } from './simulated-register.ts'
import { simulationInJson, simulationInWords } from './simulation-words.ts'

const options = {
  pack: { type: 'string' },
  date: { type: 'string' },
  programme: { type: 'string', default: 'dibao' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  draft: { type: 'string' },
  'second-set': { type: 'string', multiple: true, default: [] as string[] },
  'second-draft': { type: 'string' },
  households: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: '1' },
  areas: { type: 'string', default: '8' },
  situations: { type: 'string' },
  list: { type: 'string' },
  policies: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readOptions>

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'tries a draft over many households: who enters, leaves, gains, loses, and what it costs',
  usage: `
doudi simulate --pack P --date YYYY-MM-DD [--programme dibao] (--set NAME=VALUE … | --draft FOLDER) [options]

--set NAME=VALUE      a changed value, by name or id, as often as wanted: --set ruralStandard=700
--draft FOLDER        a folder of packs with other rules or values
--second-set, --second-draft   a second draft, compared with today and with the first
--households N        a synthetic register of so many households (default 1000000; figures are invented)
--seed N, --areas N   another synthetic register; over how many areas it is spread
--situations FILE     instead: one JSON situation a line, with "id" and "area" beside "household" and "members"
--list N              the first N households of FILE to which something happens
--policies FOLDER     today's packs; default: DOUDI_POLICIES, else the packs that come with the product
--json                one JSON object
Nothing is stored and nobody is paid by it. The register of a running server is simulated in the console (测算), for
those who may see its families. Exit code 0: worked out. 1: no answer is possible (the reason is said). 2: could not run.`,
  async run(argv, io) {
    const values = readOptions(argv)
    if (!values.pack || !values.date)
      return { exitCode: 2, stdout: '', stderr: 'doudi simulate: --pack and --date are needed\n' }
    const folder = values.policies ? resolve(io.cwd, values.policies) : policyFolder(io.env, io.cwd)
    try {
      const variants = variantsOf(values, folder, io.cwd)
      if (variants.length < 2)
        return { exitCode: 2, stdout: '', stderr: 'doudi simulate: --set or --draft is needed: what shall be tried?\n' }
      return report(registerOf(values, io.cwd), variants, values)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { code, kind, details, issues } = error
      const stdout = `${JSON.stringify({ problem: { code, kind, details, issues } }, null, 2)}\n`
      return { exitCode: 1, stdout, stderr: `doudi simulate: ${code}\n` }
    }
  },
}

function readOptions(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options }).values
}

/** Today's rules first, then each draft. */
function variantsOf(values: Values, folder: string, cwd: string): Variant[] {
  const query = { pack: values.pack!, date: values.date!, programme: values.programme }
  const variant = (name: string, from: string, settings: readonly string[], option: string) => {
    const overrides = readSettings(settings, option)
    return variantOf(name, compile(loadPacks(readPolicyFolder(from)).packs, { ...query, overrides } as ProgrammeQuery))
  }
  const draft = (name: string, from: string | undefined, settings: readonly string[], option: string) =>
    from !== undefined || settings.length > 0
      ? [variant(name, from === undefined ? folder : resolve(cwd, from), settings, option)]
      : []
  return [
    variant('current', folder, [], '--set'),
    ...draft('draft', values.draft, values.set, '--set'),
    ...draft('second', values['second-draft'], values['second-set'], '--second-set'),
  ]
}

function registerOf(values: Values, cwd: string): SimulatedRegister {
  if (values.situations !== undefined)
    return readRegister(readFileSync(resolve(cwd, values.situations), 'utf8'), values.situations)
  const year = Number(values.date!.slice(0, 4))
  return syntheticRegister(wholeNumber('--households', values.households), {
    ...{ year, seed: wholeNumber('--seed', values.seed), areas: wholeNumber('--areas', values.areas) },
  })
}

function report(register: SimulatedRegister, variants: readonly Variant[], values: Values): CommandResult {
  const begun = performance.now()
  const wanted = values.list === undefined ? 0 : wholeNumber('--list', values.list)
  const { result, changed } = register.simulate(variants, wanted)
  const answer = { ...result, synthetic: register.synthetic, seconds: (performance.now() - begun) / 1000, changed }
  const stdout = values.json ? simulationInJson(answer) : simulationInWords(answer)
  return { exitCode: 0, stdout, stderr: '' }
}

/** `doudi evaluate`: one situation in; decision, amounts and trace out, as JSON. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '@doudi/kernel'
import { compile, evaluate, loadPacks, type ProgrammeQuery, type Situation } from '@doudi/policy'
import type { Command, CommandIo, CommandResult } from './command.ts'
import { readSettings } from './options.ts'
import { policyFolder, readPolicyFolder } from './read-policy-folder.ts'

const options = {
  pack: { type: 'string' },
  date: { type: 'string' },
  programme: { type: 'string', default: 'dibao' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  policies: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'decides one situation: decision, amounts and trace as JSON',
  usage: `
doudi evaluate --pack P --date YYYY-MM-DD [--programme dibao] [--set NAME=VALUE …] FILE|-

FILE         situation as JSON ("-" reads standard input); its shape: doudi schema situation
--set        a parameter for this run only, by name or id, such as --set assetMonths=24
--policies   folder with packs; default: DOUDI_POLICIES, else the packs that come with the product
--json       the output is JSON with and without it
Exit code 0 a decision was reached (see decision.eligible), 1 no decision is possible (the JSON says what is
missing), 2 could not run.`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    if (!values.pack || !values.date || positionals.length !== 1)
      return { exitCode: 2, stdout: '', stderr: 'doudi evaluate: --pack, --date and one FILE (or -) are needed\n' }
    const folder = values.policies ? resolve(io.cwd, values.policies) : policyFolder(io.env, io.cwd)
    const query = {
      pack: values.pack,
      date: values.date,
      programme: values.programme,
      overrides: readSettings(values.set),
    }
    return decide(folder, query, await readSituation(positionals[0]!, io))
  },
}

async function readSituation(file: string, io: CommandIo): Promise<Situation> {
  const text = file === '-' ? await io.stdin() : readFileSync(resolve(io.cwd, file), 'utf8')
  return JSON.parse(text) as Situation
}

function decide(folder: string, query: ProgrammeQuery, situation: Situation): CommandResult {
  try {
    const evaluation = evaluate(compile(loadPacks(readPolicyFolder(folder)).packs, query), situation)
    const { decision, ...rest } = evaluation
    const { amountFenPerMonth: fenPerMonth, amountFenOnce: fenOnce } = decision
    const amounts = { fenPerMonth, yuanPerMonth: yuan(fenPerMonth), fenOnce, yuanOnce: yuan(fenOnce) }
    return { exitCode: 0, stdout: json({ decision, amounts, ...rest }), stderr: '' }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, kind, details, issues } = error
    return {
      exitCode: 1,
      stdout: json({ problem: { code, kind, details, issues } }),
      stderr: `doudi evaluate: ${code}\n`,
    }
  }
}

/** Fen as yuan text, exact: 97600 → `976.00`. */
function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

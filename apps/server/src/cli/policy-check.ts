/** `doudi policy check`: every mistake of every pack, with its place, and every named example that answers wrongly. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPacks, type PackSet, type PolicyProblem, runCase } from '@doudi/policy'
import type { Command } from './command.ts'
import { day, today } from './options.ts'
import { policyFolder, readPolicyFolder } from './read-policy-folder.ts'

export interface PolicyCheck {
  readonly exitCode: 0 | 1 | 2
  readonly out: string
}

interface FailedCase {
  readonly file: string
  readonly name: string
  readonly differences: readonly string[]
}

/** Warnings are told but do not fail; a mistake or a wrong example does. */
export function policyCheck(options: { dir: string; date: string; json?: boolean }): PolicyCheck {
  const { dir, date, json = false } = options
  const { packs, problems } = loadPacks(readPolicyFolder(dir), { today: date })
  if (packs.packs.size === 0) return { exitCode: 2, out: `no policy packs in ${dir}\n` }
  const failed = runCases(packs)
  const errors = problems.filter(problem => problem.severity === 'error')
  const cases = packs.cases.reduce((sum, file) => sum + file.cases.length, 0)
  const exitCode = errors.length + failed.length === 0 ? 0 : 1
  if (json)
    return {
      exitCode,
      out: `${JSON.stringify({ packs: [...packs.packs.keys()], problems, cases, failed }, null, 2)}\n`,
    }
  const summary = `${packs.packs.size} packs, ${errors.length} errors, ${problems.length - errors.length} warnings, ${cases} cases, ${failed.length} failed`
  return { exitCode, out: [...problems.map(lineOf), ...failed.map(lineOfCase), summary, ''].join('\n') }
}

function runCases(packs: PackSet): FailedCase[] {
  return packs.cases.flatMap(({ file, cases }) =>
    cases
      .filter(one => !packs.broken.has(one.pack))
      .map(one => ({ file, name: one.name, differences: runCase(packs, one).differences }))
      .filter(result => result.differences.length > 0),
  )
}

function lineOf({ file, line, column, severity, code, message, suggestion }: PolicyProblem): string {
  const fix = suggestion ? ` → ${suggestion['zh-CN']} / ${suggestion.en}` : ''
  return `${file}:${line}:${column} ${severity} ${code} ${message['zh-CN']} / ${message.en}${fix}`
}

function lineOfCase({ file, name, differences }: FailedCase): string {
  return `${file} case failed: ${name}: ${differences.join('; ')}`
}

export const policyCheckCommand: Command = {
  name: 'policy check',
  summary: 'checks the policy packs and says what is wrong, with file and line',
  usage: `
doudi policy check [DIR] [--date YYYY-MM-DD] [--json]

DIR    folder with packs; default: DOUDI_POLICIES, else the packs that come with the product
--date the day on which reviews are looked at; default: today
Exit code 0 no errors, 1 errors or failing cases, 2 could not read the folder.`,
  async run(argv, { cwd, env }) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { date: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const dir = positionals[0] === undefined ? policyFolder(env, cwd) : resolve(cwd, positionals[0])
    const date = values.date === undefined ? today() : day('--date', values.date)
    const { exitCode, out } = policyCheck({ dir, date, json: values.json })
    return exitCode === 2 ? { exitCode, stdout: '', stderr: out } : { exitCode, stdout: out, stderr: '' }
  },
}

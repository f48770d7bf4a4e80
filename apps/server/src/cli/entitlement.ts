/** `doudi entitlement`: what a household is due month by month, beside what it was paid. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '@doudi/kernel'
import {
  type EntitledMonth,
  entitlementByMonth,
  loadPacks,
  type Settlement,
  type Situation,
  type SituationFrom,
  settle,
  type TakesEffect,
  takesEffectOn,
} from '@doudi/policy'
import type { Command, CommandIo, CommandResult } from './command.ts'
import { readSettings } from './options.ts'
import { policyFolder, readPolicyFolder } from './read-policy-folder.ts'

const options = {
  pack: { type: 'string' },
  first: { type: 'string' },
  last: { type: 'string' },
  programme: { type: 'string', default: 'dibao' },
  'takes-effect': { type: 'string' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  policies: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export const entitlementCommand: Command = {
  name: 'entitlement',
  summary: 'what a household is due month by month, and what follows for what was paid',
  usage: `
doudi entitlement --pack P --first YYYY-MM --last YYYY-MM [--programme dibao] [--json] FILE|-

FILE            JSON: { "situations": [{ "from": "2021-05-11", "household": {}, "members": [] }, …], "paid": { "2021-06": 79600 } }
                facts hold from their day until those of the next entry; "paid" is whole fen by month and may be left out
--takes-effect  this-month or next-month: from when a change in the middle of a month counts; default: what the pack says
--set           a parameter for this run only, by name or id, such as --set ruralStandard=700
--policies      folder with packs; default: DOUDI_POLICIES, else the packs that come with the product
Each month is worked out with its own rules, values and facts. Exit code 0: worked out. 1: no answer is possible (the
reason is said). 2: could not run.`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    const { pack, first, last } = values
    if (!pack || !first || !last || positionals.length !== 1)
      return failed('--pack, --first, --last and one FILE (or -) are needed')
    const { packs } = loadPacks(readPolicyFolder(folderOf(values.policies, io)))
    const given = await readGiven(positionals[0]!, io)
    try {
      const takesEffect = readTakesEffect(values['takes-effect']) ?? takesEffectOn(packs, pack, `${last}-01`)
      if (!takesEffect)
        return failed(
          `the pack ${pack} does not say from when a change counts; give --takes-effect this-month or next-month`,
        )
      const query = { pack, programme: values.programme, first, last, takesEffect, overrides: readSettings(values.set) }
      const months = entitlementByMonth(packs, query, given.situations)
      return report(months, given.paid ? settle(months, given.paid) : null, values.json)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { code, kind, details, issues } = error
      return {
        exitCode: 1,
        stdout: `${JSON.stringify({ problem: { code, kind, details, issues } }, null, 2)}\n`,
        stderr: `doudi entitlement: ${code}\n`,
      }
    }
  },
}

const failed = (why: string): CommandResult => ({ exitCode: 2, stdout: '', stderr: `doudi entitlement: ${why}\n` })

function folderOf(policies: string | undefined, { cwd, env }: CommandIo): string {
  return policies ? resolve(cwd, policies) : policyFolder(env, cwd)
}

interface Given {
  readonly situations: readonly SituationFrom[]
  readonly paid: Readonly<Record<string, number>> | null
}

async function readGiven(file: string, io: CommandIo): Promise<Given> {
  const text = file === '-' ? await io.stdin() : readFileSync(resolve(io.cwd, file), 'utf8')
  const { situations, paid } = JSON.parse(text) as { situations?: unknown; paid?: Given['paid'] }
  if (!Array.isArray(situations) || situations.length === 0)
    throw new Error(`${file} has no "situations": [{ "from": "YYYY-MM-DD", "members": [] }]`)
  const entries = situations.map(({ from, ...situation }: { from: string } & Situation) => ({ from, situation }))
  if (entries.some(({ from }, i) => typeof from !== 'string' || (i > 0 && from <= entries[i - 1]!.from)))
    throw new Error(`${file}: "from" of the situations must be days in their order`)
  return { situations: entries, paid: paid ?? null }
}

function readTakesEffect(text: string | undefined): TakesEffect | null {
  if (text === undefined || text === 'this-month' || text === 'next-month') return text ?? null
  throw new Error(`--takes-effect is this-month or next-month, found "${text}"`)
}

function report(months: readonly EntitledMonth[], settlement: Settlement | null, asJson: boolean): CommandResult {
  if (asJson) return { exitCode: 0, stdout: `${JSON.stringify({ months, settlement })}\n`, stderr: '' }
  const lines = months.map(({ month, decision, refused }, i) => {
    const settled = settlement?.months[i]
    const paid = settled ? `  已发 paid ${yuan(settled.paidFen)}  差额 difference ${yuan(settled.differenceFen)}` : ''
    return `${month}  ${yuan(decision.amountFenPerMonth).padStart(12)} 元  ${refused ?? decision.category}${paid}`
  })
  const sums = settlement
    ? [`补发 back-pay ${yuan(settlement.backPayFen)} 元`, `多发 paid too much ${yuan(settlement.overpaidFen)} 元`]
    : []
  return { exitCode: 0, stdout: `${[...lines, ...sums].join('\n')}\n`, stderr: '' }
}

function yuan(fen: number): string {
  const size = Math.abs(fen)
  return `${fen < 0 ? '−' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

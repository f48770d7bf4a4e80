/** `doudi schema situation`: the JSON Schema of what `doudi evaluate` reads, for a programme of a pack. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compile, loadPacks, situationSchema } from '@doudi/policy'
import type { Command } from './command.ts'
import { policyFolder, readPolicyFolder } from './read-policy-folder.ts'

const options = {
  pack: { type: 'string', default: 'national' },
  programme: { type: 'string', default: 'dibao' },
  date: { type: 'string', default: '2026-07-01' },
  policies: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export const schemaSituationCommand: Command = {
  name: 'schema situation',
  summary: 'the JSON Schema of the situation that evaluate reads',
  usage: `
doudi schema situation [--pack national] [--programme dibao] [--date 2026-07-01] [--policies DIR] [--json]

Prints a JSON Schema (draft 2020-12). Field ids are ascii; the Chinese names of the form are accepted as well.
--json       the output is JSON with and without it
Exit code 0 printed, 2 there is no such pack or programme.`,
  async run(argv, { cwd, env }) {
    const { values } = parseArgs({ args: [...argv], options })
    const folder = values.policies ? resolve(cwd, values.policies) : policyFolder(env, cwd)
    const { pack, programme, date } = values
    const schema = situationSchema(compile(loadPacks(readPolicyFolder(folder)).packs, { pack, programme, date }))
    return { exitCode: 0, stdout: `${JSON.stringify(schema, null, 2)}\n`, stderr: '' }
  },
}

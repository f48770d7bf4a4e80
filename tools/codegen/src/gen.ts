/** `npm run gen`: rewrites every generated file; with `--check` it changes nothing and says what is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatePolicyLanguage } from './policy-language.ts'
import { generateProblemMessages } from './problem-messages.ts'
import { generateRows } from './rows.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const check = process.argv.includes('--check')
const stale: string[] = []

function put(path: string, text: string): void {
  const file = join(root, path)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (before === text) return
  stale.push(path)
  if (!check) writeFileSync(file, text)
}

const { rows, schema } = await generateRows(join(root, 'apps/server/src'))
put('apps/server/src/platform/database/rows.gen.ts', rows)
put('docs/reference/schema.sql', schema)

put('packages/api-client/src/problem-messages.gen.ts', await generateProblemMessages(join(root, 'apps/server/src')))

const language = 'docs/reference/policy-language.md'
put(language, generatePolicyLanguage(readFileSync(join(root, language), 'utf8')))

const { coverageFile, ownCoveragePage } = await import('@doudi/server/cli/policy-coverage.ts')
put(coverageFile, ownCoveragePage())

// The server's types rest on the rows written above, so what describes the server is loaded afterwards.
const { generateReferences } = await import('./references.ts')
for (const [path, text] of await generateReferences()) put(path, text)

if (stale.length > 0) process.stdout.write(`${check ? 'stale' : 'wrote'}: ${stale.join(', ')}\n`)
if (check && stale.length > 0) {
  process.stderr.write('Run `npm run gen` and commit what it writes.\n')
  process.exitCode = 1
}

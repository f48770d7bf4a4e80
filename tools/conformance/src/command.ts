/** `npm run conformance`: reads a copy of the kit, runs it, says what came out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gatesOf, isReached } from './gates.ts'
import { type Reason, readReasons, reasonFor, staleReasons } from './reasons.ts'
import { type Figures, type Score, scoreSuite } from './score.ts'
import { percent, scoreboard } from './scoreboard.ts'
import { readSuite, type Unreadable } from './suite.ts'

const page = join(import.meta.dirname, '../../../docs/reference/conformance.md')

export const usage = `npm run conformance -- --tck DIR [--json] [--write]

Runs the cases of the DMN Technology Compatibility Kit (github.com/dmn-tck/tck, folder TestCases) against the untyped
FEEL interpreter.

  --tck DIR  a folder with the kit's compliance-level-… folders, or with some of their directories
  --json     one JSON object: total, inScope (cases of the classes A and B), pass, fail, nonNull, nonNullPass, and the
             same by class
  --write    writes the scoreboard docs/reference/conformance.md; refuses while a miss has no reason in misses.json

Files that cannot be read are named on standard error and left out. Exit code 0: every gate is reached. 1: not so.
2: could not run.
`

export interface Result {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

export function runCommand(argv: readonly string[], target = page): Result {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        tck: { type: 'string' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      strict: true,
    })
    if (values.help) return { exitCode: 0, stdout: usage, stderr: '' }
    if (values.tck === undefined) return refusal(`--tck wants the folder of the kit\n\n${usage}`)
    return run(values.tck, values.json, values.write ? target : null)
  } catch (error) {
    return refusal(`${(error as Error).message}\n`)
  }
}

function refusal(reason: string): Result {
  return { exitCode: 2, stdout: '', stderr: `conformance: ${reason}` }
}

function run(folder: string, json: boolean, target: string | null): Result {
  if (!existsSync(folder)) return refusal(`there is no folder ${folder}\n`)
  const suite = readSuite(folder)
  const score = scoreSuite(suite)
  const unread = suite.unreadable
    .map(({ file, reason }) => `conformance: cannot read ${file}: ${reason.trim()}\n`)
    .join('')
  if (score.total === 0) return refusal(`there is no case in ${folder}\n${unread}`)
  const reasons = readReasons()
  const refused = target === null ? '' : write(target, folder, score, suite.unreadable, reasons)
  return {
    exitCode: refused === '' && gatesOf(score).every(isReached) ? 0 : 1,
    stdout: json ? `${JSON.stringify(counts(score))}\n` : inWords(score, reasons),
    stderr: `${unread}${refused}`,
  }
}

function counts({ total, inScope, classes }: Score) {
  const { total: cases, ...figures } = inScope
  return { total, inScope: cases, ...figures, classes }
}

/** Empty, or why nothing was written. */
function write(
  target: string,
  folder: string,
  score: Score,
  unreadable: readonly Unreadable[],
  reasons: readonly Reason[],
): string {
  const unexplained = score.misses.filter(miss => reasonFor(miss, reasons) === null)
  const stale = staleReasons(
    score.misses,
    score.topics.map(({ name }) => name),
    reasons,
  )
  const said = [
    ...unexplained.map(({ topic, id }) => `conformance: ${topic} ${id} is missed without a reason in misses.json\n`),
    ...stale.map(one => `conformance: misses.json has a reason for ${one}, which is not missed\n`),
  ]
  if (said.length === 0) writeFileSync(target, scoreboard(score, unreadable, reasons, kitVersion(folder)))
  return said.join('')
}

/** The commit that the folder's own readme states. */
function kitVersion(folder: string): string {
  const readme = join(folder, 'README.md')
  const stated = existsSync(readme)
    ? /commit ([0-9a-f]{7,40})(?:, (\d{4}-\d{2}-\d{2}))?/.exec(readFileSync(readme, 'utf8'))
    : null
  if (!stated) return 'github.com/dmn-tck/tck, commit not stated'
  return `github.com/dmn-tck/tck, commit ${stated[1]}${stated[2] ? ` of ${stated[2]}` : ''}`
}

function inWords(score: Score, reasons: readonly Reason[]): string {
  const { classes, inScope, total, misses } = score
  const lines = [
    `${total} cases`,
    line('A', classes.A),
    line('B', classes.B),
    line('A + B', inScope),
    line('C', classes.C),
    line('outside', classes.outside),
    '',
    ...gatesOf(score).map(gate => {
      const { name, pass, of, least } = gate
      return `${isReached(gate) ? '✓' : '✗'} ${name}: ${percent(pass, of)}, at least ${least / 10} %`
    }),
    ...(misses.length === 0 ? [] : ['', 'Missed:']),
    ...misses.flatMap(miss => [
      `  ${miss.topic} ${miss.id} (${miss.class})`,
      `    ${reasonFor(miss, reasons) ?? `${miss.found} (not explained yet)`}`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function line(name: string, { total, pass, nonNull, nonNullPass }: Figures): string {
  const columns = [`${pass} / ${total}`.padStart(12), `${nonNullPass} / ${nonNull}`.padStart(12)]
  return `  ${name.padEnd(8)}${columns.join('')} expecting a value`
}

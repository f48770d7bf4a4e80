/** `doudi policy coverage`: clause → values and formulas → cases, and what is without any. */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type CoverageReport,
  coveragePage,
  coverageReport,
  isWithoutCase,
  loadPacks,
  readVariations,
  readWorked,
  type VariationsFile,
  type WorkedFile,
} from '@doudi/policy'
import type { Command, CommandResult } from './command.ts'
import { day, today } from './options.ts'
import { ownPolicies, policyFolder, readPolicyFolder } from './read-policy-folder.ts'

/** The generated page, and the two lists that it is made from beside the packs, from the root of the repository. */
export const coverageFile = 'docs/reference/clause-coverage.md'
const variationsFile = 'docs/reference/variations.yaml'
const workedFile = 'docs/reference/worked-cases.yaml'

export const policyCoverageCommand: Command = {
  name: 'policy coverage',
  summary: 'lists for every clause what rests on it and the cases that show it, and what is without any',
  usage: `
doudi policy coverage [DIR] [--pack P] [--date YYYY-MM-DD] [--json]
doudi policy coverage --write

DIR      folder with packs; default: DOUDI_POLICIES, else the packs that come with the product
--pack   only what this pack cites, sets and leaves open; cases of all packs count
--date   the day on which reviews are looked at; default: today
--json   documents with clauses, open values, reviews and circles as JSON instead of a page
--write  writes ${coverageFile} for the packs of the product
Exit code 0 every clause that a formula rests on is read or named by a case, no formula needs itself and no review
is past; 1 not so; 2 could not run.`,
  run(argv, { cwd, env }) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pack: { type: 'string' },
        date: { type: 'string' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    })
    if (values.write) return Promise.resolve(write(positionals.length > 0 || values.pack !== undefined))
    const dir = positionals[0] === undefined ? policyFolder(env, cwd) : resolve(cwd, positionals[0])
    const date = values.date === undefined ? today() : day('--date', values.date)
    return Promise.resolve(cover(dir, values.pack ?? null, date, values.json))
  },
}

function write(isPart: boolean): CommandResult {
  if (isPart) return couldNot('--write is for all packs of the product: leave out DIR and --pack')
  writeFileSync(inRepository(coverageFile), ownCoveragePage())
  return { exitCode: 0, stdout: `wrote ${coverageFile}\n`, stderr: '' }
}

export function ownCoveragePage(): string {
  return coveragePage(coverageReport(loadPacks(readPolicyFolder(ownPolicies)), ownLists()))
}

/** The rows in which the places of the product differ. */
export function ownVariations(): VariationsFile {
  return readVariations(variationsFile, readFileSync(inRepository(variationsFile), 'utf8'))
}

/** Where the worked cases of the specification are answered. */
export function ownWorked(): WorkedFile {
  return readWorked(workedFile, readFileSync(inRepository(workedFile), 'utf8'))
}

function ownLists() {
  return { variations: ownVariations(), worked: ownWorked() }
}

export function inRepository(file: string): string {
  return resolve(ownPolicies, '..', file)
}

function cover(dir: string, pack: string | null, date: string, json: boolean): CommandResult {
  const loaded = loadPacks(readPolicyFolder(dir))
  const known = [...loaded.packs.packs.keys()]
  if (known.length === 0) return couldNot(`no policy packs in ${dir}`)
  if (pack !== null && !known.includes(pack)) return couldNot(`there is no pack "${pack}"; known: ${known.join(', ')}`)
  const lists = dir === ownPolicies && pack === null ? ownLists() : {}
  const report = coverageReport(loaded, { only: pack, ...lists })
  const past = report.reviews.filter(({ by }) => by < date)
  const stdout = json
    ? `${JSON.stringify({ ...report, date, pastReview: past }, null, 2)}\n`
    : `${coveragePage(report)}${past.map(({ by, pack: of, parameter }) => `\nreview past since ${by}: ${parameter} (${of})`).join('')}${past.length > 0 ? '\n' : ''}`
  return { exitCode: isComplete(report) && past.length === 0 ? 0 : 1, stdout, stderr: '' }
}

function isComplete({ documents, circles }: CoverageReport): boolean {
  const computed = documents.flatMap(({ clauses }) => clauses).filter(({ use }) => use === 'computed')
  return circles.length === 0 && !computed.some(isWithoutCase)
}

function couldNot(why: string): CommandResult {
  return { exitCode: 2, stdout: '', stderr: `doudi policy coverage: ${why}\n` }
}

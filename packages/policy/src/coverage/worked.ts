/**
 * The worked cases of the specification: for each number what it is about, the cases of the packs that answer it, and
 * the tests that answer what no formula decides, such as a notice or a deadline.
 */
import type { PackSet } from '../packs/pack.ts'
import { Report } from '../packs/report.ts'
import { Shape } from '../packs/shape.ts'
import { readYaml } from '../packs/yaml.ts'
import type { PolicyProblem } from '../problem.ts'
import type { Wording } from '../schema/citation.ts'
import { type CaseName, nameOf } from './case-name.ts'

export interface WorkedFile {
  readonly rows: readonly WorkedRow[]
  readonly problems: readonly PolicyProblem[]
}

export interface WorkedRow {
  readonly number: number
  readonly about: Wording
  readonly tests: readonly WorkedTest[]
}

/** A test by its file, from the root of the repository, and its title. */
export interface WorkedTest {
  readonly file: string
  readonly title: string
}

export function readWorked(file: string, source: string): WorkedFile {
  const report = new Report()
  const yaml = readYaml(file, source, report)
  if (!yaml) return { rows: [], problems: report.problems }
  const rows = new Shape(yaml, ['rows'], report).shapes('rows', ['number', 'about', 'tests']).map(entry => ({
    number: entry.wholeNumber('number'),
    about: entry.wording('about'),
    tests: entry
      .shapes('tests', ['file', 'title'])
      .map(test => ({ file: test.text('file'), title: test.text('title') })),
  }))
  return { rows, problems: report.problems }
}

export interface AnsweredRow extends WorkedRow {
  readonly cases: readonly CaseName[]
}

export function workedTable(packs: PackSet, { rows }: WorkedFile): AnsweredRow[] {
  const cases = packs.cases.flatMap(file => file.cases)
  return rows.map(row => ({ ...row, cases: cases.filter(({ worked }) => worked === row.number).map(nameOf) }))
}

/** What is wrong with the file as against the packs, in words. */
export function workedFaults(packs: PackSet, file: WorkedFile, last: number): string[] {
  const numbers = file.rows.map(({ number }) => number)
  const wanted = Array.from({ length: last }, (_, i) => i + 1)
  const strays = packs.cases
    .flatMap(({ cases }) => cases)
    .filter(({ worked }) => worked !== null && !numbers.includes(worked))
  return [
    ...wanted.filter(number => !numbers.includes(number)).map(number => `worked case ${number} is missing`),
    ...numbers
      .filter((number, i) => !wanted.includes(number) || numbers.indexOf(number) !== i)
      .map(number => `worked case ${number} is one too many`),
    ...strays.map(({ name, worked }) => `${name} answers ${worked}, which is none`),
    ...workedTable(packs, file)
      .filter(({ cases, tests }) => cases.length + tests.length === 0)
      .map(({ number }) => `nothing answers worked case ${number}`),
  ]
}

/** The folders of a copy of the conformance kit: each topic with its models and its cases. Reading never stops at a bad file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Library } from './library.ts'
import { type Model, readModel } from './model.ts'
import { type Case, readTestFile } from './test-file.ts'

export interface Topic {
  /** Where it lies below the kit, such as `compliance-level-3/0001-filter`. */
  readonly name: string
  readonly library: Library
  readonly cases: readonly { readonly test: Case; readonly model: Model | null }[]
}

export interface Unreadable {
  readonly file: string
  readonly reason: string
}

export interface Suite {
  readonly topics: readonly Topic[]
  readonly unreadable: readonly Unreadable[]
}

/** Folders named by compliance level if there are any, else the folder itself; what does not claim compliance is left out. */
export function readSuite(root: string): Suite {
  const unreadable: Unreadable[] = []
  const levels = foldersIn(root).filter(name => name.startsWith('compliance-level-'))
  const starts = levels.length > 0 ? levels.map(name => join(root, name)) : [root]
  const topics = starts
    .flatMap(start => foldersBelow(start))
    .flatMap(folder => readTopic(root, folder, unreadable) ?? [])
  return { topics, unreadable }
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The folder and all below it. */
function foldersBelow(folder: string): string[] {
  return [folder, ...foldersIn(folder).flatMap(name => foldersBelow(join(folder, name)))]
}

function readTopic(root: string, folder: string, unreadable: Unreadable[]): Topic | null {
  const files = entriesOf(folder)
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
  const read = <T>(names: readonly string[], reader: (name: string, text: string) => T): T[] =>
    names.flatMap(name => {
      try {
        return [reader(name, readFileSync(join(folder, name), 'utf8'))]
      } catch (error) {
        unreadable.push({ file: slashed(relative(root, join(folder, name))), reason: (error as Error).message })
        return []
      }
    })
  const cases = read(
    files.filter(name => name.endsWith('.xml')),
    (_, text) => readTestFile(text),
  ).flat()
  const models = read(
    files.filter(name => name.endsWith('.dmn')),
    readModel,
  )
  if (cases.length === 0) return null
  return {
    name: slashed(relative(root, folder)) || '.',
    library: new Library(models),
    cases: cases.map(test => ({ test, model: models.find(model => model.file === test.model) ?? null })),
  }
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

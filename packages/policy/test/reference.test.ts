/** The language reference is run: its pack is loaded, its examples give what they say, its mistakes are refused so. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@doudi/kernel'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compile, evaluate, loadPacks, runCase, type Situation } from '../src/index.ts'
import { parseRational, toText } from '../src/rational/rational.ts'
import { parseUnit } from '../src/schema/unit.ts'
import { formulaLines, tableLines } from './mistakes.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/policy-language.md'), 'utf8')

interface Block {
  readonly kind: string
  readonly about: string
  readonly text: string
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\S+) ?(.*)\n([\s\S]*?)\n```$/gm)].map(match => ({
  kind: match[1]!,
  about: match[2]!,
  text: match[3]!,
}))
const ofKind = (kind: string) => blocks.filter(block => block.kind === kind)
const packFiles = new Map(ofKind('yaml').map(({ about, text }) => [`example/${about}`, `${text}\n`]))
const household = parse(packFiles.get('example/household')!, { schema: 'failsafe' }) as Situation
packFiles.delete('example/household')

/** YAML of the page holds texts only; `null`, `true` and `false` are meant as such. */
const situation = JSON.parse(JSON.stringify(household).replace(/"(null|true|false)"/g, '$1')) as Situation
const on = { pack: 'example', programme: 'example', date: '2021-09-13' }

interface Example {
  readonly written: readonly string[]
  readonly texts: readonly string[]
  readonly ofMembers: boolean
  readonly gives: string
}

/** `成员 formula → a, b 单位` */
function readExample(line: string): Example {
  const at = line.lastIndexOf(' → ')
  const ofMembers = line.startsWith('成员 ')
  const formula = line.slice(ofMembers ? 3 : 0, at)
  return { written: formulaLines(formula), texts: textsIn(line), ofMembers, gives: line.slice(at + 3) }
}

function readTable({ about, text }: Block): Example {
  const lines = text.split('\n')
  const [hit, order] = about.startsWith('priority ') ? ['priority', `[${about.slice(9)}]`] : [about]
  const gives = lines.at(-1)!.replace(/^→ /, '')
  const rows = lines.slice(0, -1).join('\n')
  return {
    written: tableLines({ hit: hit!, rows, ...(order ? { order } : {}) }),
    texts: textsIn(text),
    ofMembers: gives.startsWith('成员 '),
    gives: gives.replace(/^成员 /, ''),
  }
}

function textsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/"([^"]*)"/g)].map(match => match[1]!))]
}

/** What is expected as text, and the type and unit that the rule must be declared with. */
function readResult(gives: string): { values: string[]; type: string; unit: string } {
  const unit = / (\S+)$/.exec(gives)?.[1]
  const hasUnit =
    unit !== undefined && !/["\d,]/.test(unit) && parseUnit(unit) !== null && unit !== 'true' && unit !== 'false'
  const values = (hasUnit ? gives.slice(0, -unit.length - 1) : gives).split(', ')
  const first = values[0]!
  const type = first.startsWith('"')
    ? 'choice'
    : first === 'true' || first === 'false'
      ? 'yes-no'
      : /^\d{4}-\d{2}-\d{2}$/.test(first)
        ? 'date'
        : 'number'
  return { values: values.map(value => value.replaceAll('"', '')), type, unit: hasUnit ? unit : '' }
}

function rulesWith({ written, texts, ofMembers, gives }: Example): string {
  const { type, unit } = readResult(gives)
  const options = texts.map(text => `{ value: ${text}, en: x }`).join(', ')
  const reads = ofMembers ? 'every m in 家庭成员 satisfies m.例 = m.例' : '例 = 例'
  const citation = 'citation: { document: rules, clause: 例 }'
  return [
    '  - name: 例',
    '    id: tried',
    `    scope: ${ofMembers ? 'member' : 'household'}`,
    `    type: ${type}`,
    ...(unit ? [`    unit: ${unit}`] : []),
    ...(type === 'choice' ? [`    options: [${options}]`] : []),
    '    versions:',
    '      - from: 2021-07-01',
    `        ${citation}`,
    ...written,
    `  - { name: 读, id: reads, type: yes-no, versions: [{ from: 2021-07-01, formula: ${JSON.stringify(reads)}, ${citation} }] }`,
    '',
  ].join('\n')
}

function loadWith(example: Example) {
  const [rules, programme] = ['example/programmes/example/rules.yaml', 'example/programmes/example/programme.yaml']
  const files = new Map(packFiles)
  files.set(rules, files.get(rules)! + rulesWith(example))
  files.set(programme, files.get(programme)!.replace('eligible: 符合条件', 'eligible: 读'))
  return loadPacks(files)
}

function answersOf(example: Example): string[] {
  const { packs, problems } = loadWith(example)
  expect(problems.map(({ message }) => message['zh-CN'])).toEqual([])
  try {
    const { trace } = evaluate(compile(packs, on), situation)
    return trace.inputs[0]!.inputs.map(({ value }) => String(value))
  } catch (error) {
    if (error instanceof Problem && error.code === 'policy.parameter-unset') return ['未设定']
    throw error
  }
}

/** `117/50` and `2.34` are the same number. */
function exact(value: string): string {
  const number = parseRational(value)
  return number ? toText(number) : value
}

function runs(example: Example): void {
  expect(answersOf(example)).toEqual(readResult(example.gives).values.map(exact))
}

const lines = (kind: string) =>
  ofKind(kind).flatMap(({ text }) => text.split('\n').filter(line => line.includes(' → ')))
const functionExamples = [...page.matchAll(/^\| `.*\| `(.* → .*)` \|$/gm)].map(match => match[1]!)

test('the pack of the page has no mistakes and decides as the page says', () => {
  const { packs, problems } = loadPacks(packFiles)
  expect(problems).toEqual([])
  const { explanation, decision } = evaluate(compile(packs, on), situation)
  expect(explanation['zh-CN'].join('\n')).toBe(ofKind('decision')[0]!.text)
  expect(decision).toMatchObject({ eligible: true, amountFenPerMonth: 22_000, coveredPeople: 3 })
})

test('the cases of the page come out as it says', () => {
  const { packs } = loadPacks(packFiles)
  const cases = packs.cases.flatMap(file => file.cases)
  expect(cases.map(one => runCase(packs, one).differences)).toEqual([[]])
})

test('there are examples of every kind, and one for every function', () => {
  expect(lines('formula').length).toBeGreaterThan(20)
  expect(functionExamples.length).toBe(20)
  expect(ofKind('table').length).toBeGreaterThanOrEqual(4)
  expect(lines('refused').length).toBeGreaterThanOrEqual(8)
})

describe('the page says', () => {
  for (const line of [...lines('formula'), ...functionExamples]) test(line, () => runs(readExample(line)))
  for (const block of ofKind('table')) test(`the table (${block.about})`, () => runs(readTable(block)))
  for (const line of lines('refused'))
    test(`refused: ${line}`, () => {
      const example = readExample(line)
      const [first] = loadWith({ ...example, gives: '0 元/月' }).problems
      expect(first!.message['zh-CN']).toBe(example.gives)
      expect(first!.suggestion['zh-CN']).not.toBe('')
    })
})

/**
 * A random policy that the checker accepts: a form, parameters, and formulas about members and the household that read
 * each other. Formulas that the checker refuses are left out, with whatever reads them.
 */
import { type CompiledProgramme, compile, loadPacks } from '../../src/index.ts'
import { type FuzzForm, formFile, optionsText, parametersFile, randomForm } from './form.ts'
import { type Named, Writer } from './formula.ts'
import { Random } from './random.ts'
import { randomTable, type WrittenTable } from './tables.ts'

export interface FuzzPolicy {
  readonly programme: CompiledProgramme
  readonly form: FuzzForm
  /** As it would stand in `rules.yaml`, for a person to read. */
  readonly text: string
  readonly refused: readonly string[]
}

interface WrittenRule extends Named {
  readonly body: string | WrittenTable
}

const days = ['2024-02-29', '2025-12-31', '2026-03-31', '2026-08-01'] as const

export function randomPolicy(seed: number): FuzzPolicy {
  const random = new Random(seed)
  const form = randomForm(random)
  const rules: WrittenRule[] = []
  for (let i = 0; i < random.whole(8, 16); i++) rules.push(randomRule(`规${i}`, form, rules, random))
  return accepted(form, rules, random.pick(days))
}

function randomRule(name: string, form: FuzzForm, rules: readonly Named[], random: Random): WrittenRule {
  const kind = random.pick(['number', 'number', 'number', 'yes-no', 'yes-no', 'choice', 'date'] as const)
  const { options } = random.pick(form.fields)
  const scope = random.pick(['household', 'household', 'member'] as const)
  const writer = new Writer(form, rules, scope, random)
  const body =
    random.chance(0.2) && kind !== 'date'
      ? randomTable(kind, options, form, writer, random)
      : writer.write(kind, options, random.whole(1, 6))
  return { name, scope, kind, options, body }
}

/** Leaves out what is refused until nothing is. */
function accepted(form: FuzzForm, written: readonly WrittenRule[], date: string): FuzzPolicy {
  let rules = written
  const refused: string[] = []
  for (;;) {
    const files = filesOf(form, rules)
    const { packs, problems } = loadPacks(files)
    const errors = problems.filter(problem => problem.severity === 'error')
    if (errors.length === 0)
      return {
        ...{ form, refused, text: [...files.values()].slice(1).join('\n') },
        programme: compile(packs, { pack: 'p', programme: 'x', date }),
      }
    const wrong = new Set(errors.map(({ file, line }) => ruleAt(files.get(file) ?? '', line)))
    const left = rules.filter(({ name }) => !wrong.has(name))
    if (left.length === rules.length)
      throw new Error(`a mistake in no formula: ${errors[0]!.code} ${errors[0]!.file}:${errors[0]!.line}`)
    refused.push(...errors.map(({ code }) => code))
    rules = left
  }
}

/** The formula in which a line of `rules.yaml` stands. */
function ruleAt(text: string, line: number): string | undefined {
  const before = text.split('\n').slice(0, line)
  return before
    .reverse()
    .map(one => /^ {2}- name: (\S+)/.exec(one)?.[1])
    .find(name => name !== undefined)
}

function filesOf(form: FuzzForm, rules: readonly WrittenRule[]): Map<string, string> {
  return new Map([
    [
      'p/pack.yaml',
      `name: p
title: { zh-CN: 试, en: test }
level: nation
area: "000000"
documents: [{ id: d, title: 示例, issuer: 示例, date: 2020-01-01 }]
`,
    ],
    ['p/parameters/p.yaml', parametersFile(form)],
    ['p/programmes/x/form.yaml', formFile(form)],
    [
      'p/programmes/x/rules.yaml',
      `rules:
${rules.map(ruleText).join('\n')}
${decisionRules}
`,
    ],
    [
      'p/programmes/x/programme.yaml',
      `id: x
title: { zh-CN: 试, en: test }
decision: { eligible: 末是, route: 末文, category: 末文, amount: 末数, coveredPeople: 末数 }
outputs: [{ rule: 末数 }]
`,
    ],
  ])
}

function ruleText({ name, scope, kind, options, body }: WrittenRule): string {
  const head = [
    `  - name: ${name}`,
    `    id: r${name.slice(1)}`,
    `    label: { zh-CN: ${name}, en: r }`,
    `    scope: ${scope}`,
    `    type: ${kind}`,
    ...(kind === 'choice' ? [`    options: ${optionsText(options)}`] : []),
    '    versions:',
    '      - from: 2020-01-01',
    '        citation: { document: d, clause: 示例 }',
  ]
  if (typeof body === 'string') return [...head, '        formula: |', `          ${body}`].join('\n')
  const order =
    body.order.length > 0 ? [`          order: [${body.order.map(text => JSON.stringify(text)).join(', ')}]`] : []
  return [
    ...head,
    '        table:',
    `          hit: ${body.hit}`,
    '          rows: |',
    ...body.rows.map(row => `            ${row}`),
    ...order,
  ].join('\n')
}

const citation = 'citation: { document: d, clause: 示例 }'
/** A programme has to decide something. */
const decisionRules = `  - { name: 末是, id: yes, label: { zh-CN: 是, en: y }, type: yes-no, versions: [{ from: 2020-01-01, formula: "true", ${citation} }] }
  - { name: 末文, id: text, label: { zh-CN: 文, en: t }, type: choice, options: [{ value: 无, id: none, en: none }], versions: [{ from: 2020-01-01, formula: '"无"', ${citation} }] }
  - { name: 末数, id: number, label: { zh-CN: 数, en: n }, type: number, versions: [{ from: 2020-01-01, formula: "0", ${citation} }] }`

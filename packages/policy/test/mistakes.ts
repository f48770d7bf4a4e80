/**
 * Deliberate mistakes. A fixture holds either a formula, which is put into a small correct pack, or whole files
 * laid over that pack; beside it the code, the place and the words that an author must be told.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadPacks, type PolicyProblem } from '../src/index.ts'

export interface Mistake {
  readonly title: string
  readonly formula?: string
  readonly rule?: { readonly scope?: string; readonly type?: string; readonly unit?: string }
  /** A decision table instead of a formula. */
  readonly table?: { readonly hit: string; readonly rows: string; readonly order?: string }
  /** Further formulas beside the one under test. */
  readonly also?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  /** The day on which the author looks. */
  readonly today?: string
  readonly expect: {
    readonly code: string
    readonly file?: string
    readonly line: number
    readonly column: number
    readonly zh: string
    readonly en: string
    readonly fix?: string
  }
}

const folder = join(import.meta.dirname, 'mistakes')

export function readMistakes(): { file: string; mistake: Mistake }[] {
  return readdirSync(folder)
    .sort()
    .map(file => ({ file, mistake: parse(readFileSync(join(folder, file), 'utf8')) as Mistake }))
}

/** Line and column of a formula's first letter in the pack below. */
const formulaStart = { line: 11, column: 11 }
const tableStart = { line: 13, column: 13 }

/** Problems of the pack with the mistake in it; places inside a formula count from the formula's first letter. */
export function problemsOf({ formula, table, rule = {}, also = {}, files = {}, today }: Mistake): PolicyProblem[] {
  const written = table ? tableLines(table) : formula === undefined ? null : formulaLines(formula)
  const rules = written ? { 'p/programmes/x/rules.yaml': rulesFile(written, rule, also) } : {}
  const { problems } = loadPacks(new Map(Object.entries({ ...basePack, ...rules, ...files })), today ? { today } : {})
  if (!written) return problems
  const start = table ? tableStart : formulaStart
  return problems.map(problem => ({
    ...problem,
    line: problem.line - start.line + 1,
    column: problem.column - start.column + 1,
  }))
}

export function formulaLines(formula: string): string[] {
  return ['        formula: |', ...formula.split('\n').map(line => `          ${line}`)]
}

export function tableLines({ hit, rows, order }: NonNullable<Mistake['table']>): string[] {
  const lines = rows.trimEnd().split('\n')
  const head = ['        table:', `          hit: ${hit}`, '          rows: |']
  return [...head, ...lines.map(line => `            ${line}`), ...(order ? [`          order: ${order}`] : [])]
}

export function rulesFile(
  written: readonly string[],
  rule: NonNullable<Mistake['rule']>,
  also: Readonly<Record<string, string>>,
): string {
  const head = ['rules:', '  - name: 被测', '    id: tested', `    scope: ${rule.scope ?? 'household'}`]
  const type = [
    `    type: ${rule.type ?? 'number'}`,
    rule.unit === '' ? '    openTo: []' : `    unit: ${rule.unit ?? '元/月'}`,
  ]
  const others = Object.entries(also).map(
    ([name, text], i) =>
      `  - { name: ${name}, id: other${i}, unit: 元/月, versions: [{ from: 2020-01-01, formula: '${text}', citation: { document: doc, clause: 一 } }] }`,
  )
  const version = ['    versions:', '      - from: 2020-01-01', '        citation: { document: doc, clause: 一 }']
  return [...head, ...type, ...version, ...written, ...others, ''].join('\n')
}

/** A small correct pack: two parameters, a form, no rules. */
export const basePack: Readonly<Record<string, string>> = {
  'p/pack.yaml': `name: p
title: { zh-CN: 试验, en: Trial }
level: nation
area: '000000'
documents:
  - { id: doc, title: 试验文件, issuer: 试验, date: 2020-01-01 }
`,
  'p/parameters/all.yaml': `parameters:
  - name: 低保标准
    id: standard
    unit: 元/月
    min: '1'
    openTo: [city]
    values: [{ from: 2020-01-01, value: '940', citation: { document: doc, clause: 一 } }]
  - name: 月数上限
    id: months
    unit: 月
    decimals: 0
    change: lower
    openTo: [city]
    values: [{ from: 2020-01-01, value: '24', citation: { document: doc, clause: 二 } }]
`,
  'p/programmes/x/form.yaml': `collection: { name: 家庭成员, id: members, longest: 30 }
fields:
  - { id: deposits, name: 存款, scope: household, type: number, unit: 元, label: { zh-CN: 存款, en: Deposits } }
  - { id: homes, name: 住房套数, scope: household, type: number, label: { zh-CN: 住房, en: Homes } }
  - { id: subsidy, name: 补贴, scope: household, type: number, unit: 元/月, nullable: true, label: { zh-CN: 补贴, en: Subsidy } }
  - { id: wage, name: 工资, scope: member, type: number, unit: 元/月, label: { zh-CN: 工资, en: Wage } }
  - { id: grade, name: 残疾等级, scope: member, type: number, max: '4', label: { zh-CN: 等级, en: Grade } }
  - { id: ill, name: 重病, scope: member, type: yes-no, label: { zh-CN: 重病, en: Ill } }
  - { id: born, name: 出生日期, scope: member, type: date, label: { zh-CN: 出生, en: Born } }
  - id: kind
    name: 残疾类别
    scope: member
    type: choice
    label: { zh-CN: 类别, en: Kind }
    options: [{ value: 无, en: none }, { value: 智力, en: intellectual }, { value: 精神, en: mental }]
`,
  'p/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验项目, en: Trial programme }
`,
}

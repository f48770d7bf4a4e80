/** The report as a Markdown page. It names no day of its own, so that it stays the same until the packs change. */
import type { CaseKind } from '../packs/cases-file.ts'
import type { CitedBy } from '../packs/cited.ts'
import type { CaseName } from './case-name.ts'
import { type ClauseCoverage, type DocumentCoverage, isWithoutCase, kindsMissing, type Rests } from './coverage.ts'
import type { OpenValue } from './open-values.ts'
import type { CoverageReport, DueReview } from './report.ts'
import type { Standing, VariationTable } from './variations.ts'
import type { AnsweredRow } from './worked.ts'

const kinds: readonly CaseKind[] = ['passes', 'fails', 'boundary']
const kindNames: Readonly<Record<CaseKind, string>> = { passes: '符合', fails: '不符合', boundary: '临界' }
const restNames: Readonly<Record<CitedBy, string>> = {
  parameter: '参数',
  rule: '公式',
  check: '约束',
  field: '问题',
  procedure: '程序',
  papers: '材料',
}

export function coveragePage(report: CoverageReport): string {
  const sections = [
    figures(report.documents),
    withoutCase(report.documents),
    ...report.documents.map(documentTable),
    ...(report.worked ? [workedSection(report.worked)] : []),
    ...(report.variations ? [variationSection(report.variations)] : []),
    openTable(report.open),
    reviewTable(report.reviews),
    circleList(report),
  ]
  return `${[introduction, ...sections].join('\n\n')}\n`
}

const introduction = `# Clause coverage 条款覆盖

Generated from the packs by \`npm run gen\`; \`npx doudi policy coverage\` prints the same for any folder of packs. For every clause that is cited: what rests on it, the cases that name it with what they show (符合 satisfied, 不符合 not satisfied, 临界 exactly at its line), and how many cases read something that rests on it, whether they name it or not.

Clauses are *computed* 计算 when a formula or check 约束, or a value that one of them reads, rests on them; *recorded* 记载 when only values rest on them that nothing computes with, such as who surveys a home; *procedural* 程序 when only steps, questions and papers do. Only computed clauses can be shown by a case. 假定: the case sets so many parameters for itself, within their type and bounds; the pack keeps its value, or keeps it unset.`

function figures(documents: readonly DocumentCoverage[]): string {
  const rows = documents.map(({ id, title, pack, clauses }) => {
    const computed = clauses.filter(({ use }) => use === 'computed')
    const of = (kind: CaseKind) => String(computed.filter(({ shown }) => shown[kind].length > 0).length)
    const without = computed.filter(isWithoutCase).length
    return [
      `\`${id}\` ${title}`,
      pack,
      String(clauses.length),
      String(computed.length),
      ...kinds.map(of),
      String(without),
    ]
  })
  return table(
    'In figures 数字',
    ['document 文件', 'pack', 'clauses', 'computed 计算', ...kinds.map(kind => kindNames[kind]), 'without any case'],
    rows,
  )
}

function withoutCase(documents: readonly DocumentCoverage[]): string {
  const rows = documents.flatMap(({ id, clauses }) =>
    clauses.flatMap(clause => {
      if (clause.use !== 'computed') return []
      const missing = kindsMissing(clause).map(kind => kindNames[kind])
      const what = isWithoutCase(clause) ? 'any case 任何案例' : missing.join('、')
      return what === '' ? [] : [[`\`${id}\` ${clause.clause}`, what, restsCell(clause.rests, null)]]
    }),
  )
  return table('Computed clauses that lack cases 还缺案例的条款', ['clause', 'without', 'rests on it'], rows)
}

function documentTable({ id, title, pack, clauses }: DocumentCoverage): string {
  const rows = clauses.map(clause => [
    `${clause.clause}（${useNames[clause.use]}）`,
    restsCell(clause.rests, pack),
    ...kinds.map(kind => casesCell(clause.shown[kind])),
    clause.use === 'computed' ? readCell(clause) : '',
  ])
  const head = ['clause 条款', 'rests on it', ...kinds.map(kind => kindNames[kind]), 'read in cases']
  return table(`${title} \`${id}\` (${pack})`, head, rows)
}

const useNames: Readonly<Record<ClauseCoverage['use'], string>> = {
  computed: '计算',
  recorded: '记载',
  procedural: '程序',
}

/** Several entries of one thing are named once; it is unset if none of them sets it. */
function restsCell(rests: readonly Rests[], home: string | null): string {
  const things = new Map<string, Rests[]>()
  for (const one of rests) {
    const key = [one.by, one.pack, one.programme, one.name].join(' ')
    things.set(key, [...(things.get(key) ?? []), one])
  }
  const words = [...things.values()].map(entries => {
    const { by, name, pack, programme } = entries[0]!
    const where = [programme, pack === home ? null : pack].filter(Boolean).join(' · ')
    const marks = [
      ...(entries.every(({ unset }) => unset) ? ['未设定'] : []),
      ...(entries.some(({ unverified }) => unverified) ? ['待核'] : []),
    ]
    return `${restNames[by]} ${name}${where ? ` (${where})` : ''}${marks.length > 0 ? `〔${marks.join('、')}〕` : ''}`
  })
  return words.join('<br>')
}

function casesCell(cases: readonly CaseName[]): string {
  return cases.map(({ pack, name, assumes }) => `${name} (${pack}${assumedMark(assumes)})`).join('<br>')
}

function assumedMark(assumes: readonly string[]): string {
  return assumes.length > 0 ? `，假定 ${assumes.length} 项` : ''
}

function readCell({ readIn, shown }: ClauseCoverage): string {
  const named = shown.named.length > 0 ? ` (and ${shown.named.length} named without kind)` : ''
  return `${readIn.length}${named}`
}

const standingMarks: Readonly<Record<Standing['state'], string>> = {
  set: '',
  unset: '未设定',
  inherited: '沿用上级',
  open: '—',
  absent: '',
}

function variationSection({ places, rows }: VariationTable): string {
  const lines = rows.flatMap(({ row, about, carriers }) =>
    carriers.map(({ programme, name, standing, recorded }, i) => [
      i === 0 ? `${row} ${about['zh-CN']}` : '',
      `${name}${programme ? ` (${programme})` : ''}${recorded ? '〔记载〕' : ''}`,
      ...places.map(place => standing[place]!.value || standingMarks[standing[place]!.state]),
    ]),
  )
  const text = table('Where the places differ 各地不同之处', ['row 行', 'carried by', ...places], lines)
  return `${text}\n\nA value stands where the pack itself sets it, as it is after its last date; 未设定: its document speaks of it without a value; 沿用上级: it holds what stands above; —: nobody has set it. 〔记载〕: a dated fact with its source that no formula or check reads. The rows and what carries them: [variations.yaml](variations.yaml).`
}

function workedSection(rows: readonly AnsweredRow[]): string {
  const lines = rows.map(({ number, about, cases, tests }) => [
    `${number}`,
    about['zh-CN'],
    casesCell(cases),
    tests.map(({ file, title }) => `[${title}](../../${file})`).join('<br>'),
  ])
  return table('Worked cases 演算案例', ['no.', 'about', 'cases 案例', 'tests of procedure and of time'], lines)
}

function openTable(open: readonly OpenValue[]): string {
  const rows = open.map(({ parameter, leftOpenBy, document, clause, packs }) => [
    parameter,
    packs.join(', '),
    `\`${document}\` ${clause}`,
    leftOpenBy,
  ])
  const head = ['parameter 参数', 'unset in', 'clause that leaves it open', 'said by']
  return table('Values not set 未设定的值', head, rows)
}

function reviewTable(reviews: readonly DueReview[]): string {
  const rows = reviews.map(({ by, pack, parameter }) => [by, pack, parameter])
  return table('Review dates 复核日期', ['by', 'pack', 'parameter 参数'], rows)
}

function circleList({ circles }: CoverageReport): string {
  const rows = circles.map(({ file, line, message }) => [`${file}:${line}`, message['zh-CN']])
  return table('Formulas that need themselves 循环', ['where', 'what'], rows)
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `## ${title}\n\nNone 没有。`
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [`## ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

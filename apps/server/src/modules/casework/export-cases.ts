/**
 * The list as a file for a spreadsheet: no class-A values, a watermark that says who took it and when, and cells
 * that no spreadsheet runs as a formula. Taking a list away is an act of its own.
 */
import { type Fen, fen, formatYuan } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Reply } from '#platform/http/route.ts'
import type { CaseQuery, CaseSummary } from './contract.ts'
import { summariesOf } from './describe-case.ts'
import { listCases } from './list-cases.ts'
import { problems } from './problems.ts'

const MAX_ROWS = 5000

const columns: readonly (readonly [string, (one: CaseSummary) => string])[] = [
  ['编号', one => one.number],
  ['申请人', one => one.applicantName],
  ['村（社区）', one => one.villageName],
  ['人数', one => String(one.members)],
  ['状态', one => one.statusName],
  ['提交日期', one => one.submittedOn],
  ['受理日期', one => one.acceptedOn ?? ''],
  ['最迟办结', one => one.dueOn ?? ''],
  ['是否超期', one => (one.overdue ? '是' : '否')],
  [
    '月救助金额（元）',
    one => (one.amountFen === null ? '' : formatYuan(fen(one.amountFen) as Fen).replaceAll(',', '')),
  ],
]

export async function exportCases(work: Work, query: Omit<CaseQuery, 'after' | 'limit'>): Promise<Reply> {
  const { rows, next } = await listCases(work, { ...query, limit: MAX_ROWS })
  if (next) throw problems.of('casework.export-too-large', { most: MAX_ROWS })
  const { name, division } = work.caller
  record(work, {
    act: 'casework.exported',
    division,
    body: { rows: rows.length, status: query.status ?? null, queue: query.queue },
  })
  const watermark = `导出人 ${name}，${work.now}，请求 ${work.requestId}，仅限本岗位工作使用`
  const lines = [
    [watermark],
    columns.map(([title]) => title),
    ...(await summariesOf(work, rows)).map(one => columns.map(([, read]) => read(one))),
  ]
  return {
    bytes: `\uFEFF${lines.map(csvLine).join('')}`,
    mediaType: 'text/csv; charset=utf-8',
    fileName: `救助申请-${work.today}.csv`,
  }
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Signs with which a spreadsheet begins a formula, also in full width or after something invisible. */
const formula = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|]/u

export function csvCell(value: string): string {
  const plain = formula.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

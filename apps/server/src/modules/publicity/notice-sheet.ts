/**
 * The sheet for the village board, A4, as HTML without script or inline style; `/print.css` makes it a page. It is
 * made from public rows alone, so nothing can be printed that may not be shown. Every text is escaped.
 */
import { type CalendarDate, type Fen, formatDate, formatYuan } from '@doudi/kernel'
import type { PublicNotice } from './public-notice.sql.ts'

export interface Sheet {
  readonly notices: readonly [PublicNotice, ...PublicNotice[]]
  /** Where objections are taken: the first day of the period, and the hours of the office. */
  readonly from: CalendarDate
  readonly contactHours: string | null
}

export function noticeSheet({ notices, from, contactHours }: Sheet): string {
  const [first] = notices
  const title = `${first.programmeName}审核公示`
  const day = (date: string) => formatDate(date as CalendarDate, 'zh-CN')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${title} · ${first.villageName}`)}</title>
<link rel="stylesheet" href="/print.css">
</head>
<body class="sheet notice-board">
<main>
<h1>${escapeHtml(title)}</h1>
<p class="place">${escapeHtml(first.villageName)}</p>
<p>按照规定，对下列家庭的申请进行了调查和审核，现将审核意见公示，请大家监督。</p>
<table>
<thead><tr><th scope="col">序号</th><th scope="col">申请人</th><th scope="col">家庭人口</th><th scope="col">保障人数</th><th scope="col">建议每月金额（元）</th></tr></thead>
<tbody>
${notices.map(row).join('\n')}
</tbody>
</table>
<dl>
<dt>公示时间</dt><dd>${day(from)} 至 ${day(first.endsOn)}</dd>
<dt>有不同意见</dt><dd>公示期内请向${escapeHtml(first.office)}反映${contact(first.contactPhone, contactHours)}。可以不留姓名，我们为反映人保密。</dd>
</dl>
<p class="privacy">为保护隐私，不公示身份证号、电话、住址、账号、健康状况和未成年人的姓名。</p>
<footer><p>${escapeHtml(first.office)}</p><p>${day(first.postedOn)}</p></footer>
</main>
</body>
</html>
`
}

function row({ applicantMasked, householdSize, covered, amountFen }: PublicNotice, i: number): string {
  const cells = [i + 1, applicantMasked, householdSize, covered, formatYuan(amountFen as Fen)]
  return `<tr>${cells.map(cell => `<td>${escapeHtml(String(cell))}</td>`).join('')}</tr>`
}

function contact(phone: string | null, hours: string | null): string {
  if (!phone) return ''
  return `，电话 <strong>${escapeHtml(phone)}</strong>${hours ? `（${escapeHtml(hours)}）` : ''}`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? character)
}

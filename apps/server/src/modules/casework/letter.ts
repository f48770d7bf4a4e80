/**
 * Letters on paper: A4, formal register, everything escaped, no script and no style of its own. Pure. What is built
 * here is sealed as it was sent; printing it again gives the same letter.
 */
import {
  type CalendarDate,
  chineseCapitals,
  type Fen,
  fen,
  formatDate,
  formatMonth,
  formatYuan,
  type Month,
} from '@doudi/kernel'
import type { CaseState } from './case.ts'
import { remedies, type Wording } from './case-words.ts'
import type { Step } from './contract.ts'
import { clauseOf, isRefusalReason, refusalReasons } from './refusal-reasons.ts'

export const letterKinds = ['acceptance', 'correction', 'rejection', 'approval', 'refusal'] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterNames: Readonly<Record<LetterKind, Wording>> = {
  acceptance: { zh: '受理通知书', en: 'Notice of acceptance' },
  correction: { zh: '一次性补正告知书', en: 'Notice of missing papers' },
  rejection: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
  approval: { zh: '最低生活保障确认通知书', en: 'Notice of approval' },
  refusal: { zh: '不予确认通知书', en: 'Notice of refusal' },
}

export interface LetterPage {
  readonly kind: LetterKind
  readonly number: string
  readonly office: string
  readonly contact: string | null
  readonly on: CalendarDate
  readonly state: CaseState
  readonly dueOn: CalendarDate | null
  readonly steps: readonly Step[]
  /** The computation a decision rests on. */
  readonly workedSum: readonly string[]
  /** What would have to change for a yes. */
  readonly missing: readonly string[]
  readonly explanation: readonly string[]
  readonly verificationCode: string
}

export function letterHtml(page: LetterPage): string {
  const title = letterNames[page.kind].zh
  const body = [
    `<p class="letter-office">${text(page.office)}</p>`,
    `<h1>${text(title)}</h1>`,
    `<p class="letter-number">编号 ${text(page.number)}</p>`,
    `<p class="letter-to">${text(page.state.applicant.name)}：</p>`,
    ...paragraphs[page.kind](page),
    line(page.steps),
    page.contact ? `<p class="letter-contact">有不清楚的，请打电话：${text(page.contact)}</p>` : '',
    seal(page),
  ]
  return documentHtml(title, 'letter', body.join('\n'))
}

export function documentHtml(title: string, kind: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${text(title)}</title><link rel="stylesheet" href="/print.css"></head>
<body class="${kind}"><main class="sheet">
${body}
</main></body>
</html>
`
}

type Paragraphs = (page: LetterPage) => string[]

const paragraphs: Readonly<Record<LetterKind, Paragraphs>> = {
  acceptance: ({ state, dueOn }) => [
    p(`您的最低生活保障申请已于${day(state.acceptedOn ?? state.submittedOn)}受理，案件编号 ${state.number}。`),
    ...(dueOn ? [p(`最迟办结日期为${day(dueOn)}（按工作日计算）。`)] : []),
    p('接下来我们会核对家庭经济状况，并由两名以上工作人员入户调查。请您配合，调查不收任何费用。'),
  ],
  correction: ({ state }) => [
    p(`您于${day(state.submittedOn)}提交的最低生活保障申请，还缺少以下材料，请一次补齐：`),
    list(state.correction?.missing ?? []),
    ...(state.correction?.note ? [p(state.correction.note)] : []),
    p('能由我们查询到的材料不需要您提供。'),
  ],
  rejection: ({ state }) => [
    p(`您于${day(state.submittedOn)}提交的最低生活保障申请，我们不能受理。`),
    p(`原因：${state.closed?.reason ?? ''}`),
    p(remedies.zh),
    p('情况有变化时可以重新申请；遇到急难，随时可以申请临时救助。'),
  ],
  approval: ({ state, workedSum, explanation }) => {
    const { decision } = state
    if (!decision) throw new Error('an approval without a decision')
    const amount = fen(decision.amountFen)
    return [
      p(`经审核，自${monthText(decision.firstMonth)}起给予您家庭最低生活保障，保障 ${decision.coveredPeople} 人。`),
      `<p class="letter-amount">每月 <strong>${text(formatYuan(amount))}</strong> 元（人民币${text(capitals(amount))}）</p>`,
      sum(workedSum),
      ...explanation.map(p),
      p('家庭人口、收入、财产有变化时，请及时告诉我们。对这个决定有不同意见的，也可以这样办：'),
      p(remedies.zh),
    ]
  },
  refusal: ({ state, on, workedSum, explanation, missing }) => {
    const { decision } = state
    if (!decision?.reasonCode || !isRefusalReason(decision.reasonCode)) throw new Error('a refusal without its ground')
    return [
      p('经审核，您的申请这次没有获得批准。'),
      p(`事实：${refusalReasons[decision.reasonCode].sentence}${decision.reason ?? ''}`),
      p(`依据：${clauseOf(decision.reasonCode, on)}。`),
      sum(workedSum),
      ...explanation.map(p),
      ...(missing.length > 0 ? [p('对照条件，还差：'), ...missing.map(p)] : []),
      p(remedies.zh),
      p('情况有变化时可以重新申请；遇到急难，随时可以申请临时救助。'),
    ]
  },
}

/** The household's line, so that the paper shows what was done and when. */
function line(steps: readonly Step[]): string {
  const items = steps.map(
    step =>
      `<li class="line-step line-${step.status}"><span class="line-name">${text(step.name.zh)}</span> <span class="line-when">${text(when(step))}</span></li>`,
  )
  return `<ol class="line">${items.join('')}</ol>`
}

function when({ on, promisedBy }: Step): string {
  if (on) return day(on)
  return promisedBy ? `最迟${day(promisedBy)}` : ''
}

/** A flat square seal; the code lets anybody ask the office whether the letter is theirs. */
function seal({ office, on, kind, verificationCode }: LetterPage): string {
  const word = kind === 'approval' ? '同意' : kind === 'refusal' ? '不予同意' : letterNames[kind].zh
  return `<div class="seal seal-${kind}"><span class="seal-office">${text(office)}</span><span class="seal-word">${text(word)}</span><span class="seal-date">${text(day(on))}</span><span class="seal-digits">验证码 ${text(verificationCode)}</span></div>`
}

const sum = (lines: readonly string[]) =>
  lines.length > 0 ? `<ol class="worked-sum">${lines.map(one => `<li>${text(one)}</li>`).join('')}</ol>` : ''
const list = (items: readonly string[]) => `<ul>${items.map(item => `<li>${text(item)}</li>`).join('')}</ul>`
const p = (words: string) => `<p>${text(words)}</p>`
const day = (date: CalendarDate) => formatDate(date)
const monthText = (month: string | null) => (month ? formatMonth(month as Month) : '下月')
const capitals = (amount: Fen) => chineseCapitals(amount)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML: nothing a person typed can become markup. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}

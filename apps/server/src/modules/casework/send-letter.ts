/** Writes a letter in the transaction of the act it tells of, seals it as sent, and prints it again on request. */
import { record } from '#modules/journal/index.ts'
import { calendarFor, divisionOf } from '#modules/places/index.ts'
import { procedureFor } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Reply } from '#platform/http/route.ts'
import { readAssessment } from './assess-case.ts'
import type { CaseRow } from './case-row.ts'
import { loadCase } from './casework.sql.ts'
import { householdLine } from './household-line.ts'
import { dueOn } from './legal-clock.ts'
import { insertLetter, type LetterRow, lettersOfCase, loadLetter } from './letter.sql.ts'
import { documentHtml, type LetterKind, type LetterPage, letterHtml, letterNames, text } from './letter.ts'

const marks: Readonly<Record<LetterKind, string>> = {
  acceptance: '受',
  correction: '补',
  rejection: '不',
  approval: '准',
  refusal: '否',
}
const bindOf = (id: string) => `casework.letter/content_sealed/${id}`

export async function sendLetter(work: Work, row: CaseRow, kind: LetterKind): Promise<void> {
  const id = work.newId<'letter'>()
  const number = `${row.number}-${marks[kind]}${(await lettersOfCase(work, row.id)).length + 1}`
  const verificationCode = codeOf(work, id, number)
  const html = letterHtml(await pageOf(work, row, { kind, number, verificationCode }))
  await insertLetter(work, {
    ...{ county: row.county, id, division: row.division, household_id: row.household_id, case_id: row.id },
    ...{ kind, number, verification_code: verificationCode, issued_at: work.now },
    content_sealed: work.crypto.seal(html, bindOf(id)),
  })
}

/** Twelve digits that only this server can make, in groups that can be read over the telephone. */
function codeOf(work: Work, id: string, number: string): string {
  const digits = BigInt(`0x${work.crypto.mac(`letter/${id}/${number}`).slice(0, 15)}`) % 1_000_000_000_000n
  return String(digits)
    .padStart(12, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ')
}

async function pageOf(
  work: Work,
  row: CaseRow,
  letter: Pick<LetterPage, 'kind' | 'number' | 'verificationCode'>,
): Promise<LetterPage> {
  const { state } = row
  const town = await divisionOf(work, `${row.division.slice(0, 9)}000`)
  const calendar = await calendarFor(work, row.division)
  const procedure = await procedureFor(work, row.pack, row.programme, state.acceptedOn ?? work.today)
  const assessment = state.decision && (await readAssessment(work, state.decision.assessmentId))
  return {
    ...letter,
    ...{ state, office: town.name, contact: contactOf(town), on: work.today },
    dueOn: state.clock && dueOn(state.clock, calendar),
    steps: householdLine(state, { today: work.today, calendar, procedure }),
    workedSum: assessment?.workedSum.map(({ zh }) => zh) ?? [],
    explanation: assessment?.explanation.zh ?? [],
    missing: assessment?.missing.map(({ zh }) => zh) ?? [],
  }
}

function contactOf({
  contactPhone,
  contactHours,
}: {
  contactPhone: string | null
  contactHours: string | null
}): string | null {
  return contactPhone && [contactPhone, contactHours].filter(Boolean).join('，')
}

export async function lettersReply(work: Work, caseId: string) {
  await loadCase(work, caseId)
  return { items: (await lettersOfCase(work, caseId)).map(shown) }
}

function shown({ id, kind, number, verification_code, issued_at }: LetterRow) {
  const known = kind as LetterKind
  return { id, kind: known, number, name: letterNames[known], verificationCode: verification_code, issuedAt: issued_at }
}

/** The letter as it was sent. Who printed it goes on the line. */
export async function printLetter(work: Work, id: string): Promise<Reply> {
  const row = await loadLetter(work, id)
  const { division, household_id: householdId, case_id: caseId } = row
  record(work, { act: 'letter.printed', division, householdId, caseId, body: { letterId: id } })
  return { bytes: work.crypto.open(row.content_sealed, bindOf(id)), mediaType: 'text/html; charset=utf-8' }
}

/** The receipt of an application, for the family to keep. */
export async function printReceipt(work: Work, caseId: string): Promise<Reply> {
  const row = await loadCase(work, caseId)
  const page = await pageOf(work, row, {
    kind: 'acceptance',
    number: row.number,
    verificationCode: codeOf(work, row.id, row.number),
  })
  const { applicant, submittedOn, pending } = row.state
  const body = [
    `<p class="letter-office">${text(page.office)}</p><h1>收件回执</h1>`,
    `<p class="letter-number">编号 ${text(row.number)}</p>`,
    `<p>${text(applicant.name)}：我们于 ${text(submittedOn)} 收到了您的最低生活保障申请，共 ${row.members} 人。</p>`,
    pending.length > 0 ? `<p>还要带来的材料：${pending.length} 样。</p>` : '',
    `<p>查进度：打开网站首页“查进度”，用手机号登录${page.contact ? `，或者打电话 ${text(page.contact)}` : ''}。</p>`,
    `<p class="seal-digits">验证码 ${text(page.verificationCode)}</p>`,
  ]
  return { bytes: documentHtml('收件回执', 'receipt', body.join('\n')), mediaType: 'text/html; charset=utf-8' }
}

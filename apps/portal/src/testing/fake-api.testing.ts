/** A small stand-in for the API: one district, drafts in memory, a code that is always 246810, one decided case, one notice. */
import type { Answers } from '../apply/answers.ts'

export const TODAY = '2026-03-02'
export const COUNTY = '370114000000'
export const VILLAGE = '370114901201'
export const CASE = '01980000-0000-7000-8000-000000000001'
export const NOTICE = '01980000-0000-7000-8000-000000000002'

const divisions = [
  { code: COUNTY, name: '章丘区', level: 'county', parent: null },
  { code: '370114901000', name: '柳溪镇（示例）', level: 'town', parent: COUNTY },
  { code: VILLAGE, name: '东柳村', level: 'village', parent: '370114901000' },
  { code: '370114901202', name: '西柳村', level: 'village', parent: '370114901000' },
]

const step = (
  id: string,
  status: string,
  on: string | null,
  promisedBy: string | null,
  actor: string | null = null,
) => {
  return { id, name: { zh: id, en: id }, status, on, actor, promisedBy }
}

export const ownCase = {
  id: CASE,
  number: '370114901012026000001',
  programme: 'dibao',
  status: 'approved',
  version: 7,
  plain: { zh: '批准了。从2026年3月起，每月 640 元。', en: 'Approved: 640 yuan a month from March 2026.' },
  submittedOn: '2026-02-02',
  steps: [
    step('received', 'done', '2026-02-02', null, '陈海'),
    step('verification', 'done', '2026-02-12', '2026-02-10'),
    step('visit', 'overdue', null, '2026-02-28'),
    step('notice', 'running', null, '2026-03-10'),
    step('decision', 'decided', '2026-03-01', '2026-03-20', '孙涛'),
    step('payment', 'not-started', null, '2026-03-31'),
  ],
  missing: ['diagnosis'],
  contactPhone: '0531-00001234',
  mayWithdraw: true,
  decision: {
    outcome: 'approved',
    on: '2026-03-01',
    amountFen: 64_000,
    firstMonth: '2026-03',
    explanation: [{ zh: '低保标准 × 3 人 − 家里收入 = 640 元。', en: 'Standard × 3 people − income = 640 yuan.' }],
    letterId: 'letter',
    remedies: { zh: '如果不服，60 日内可以申请行政复议。', en: 'You may ask for reconsideration within 60 days.' },
  },
  rejectionLetterId: null,
  awards: [{ startMonth: '2026-03', monthlyFen: 64_000 }],
}

export const notice = {
  id: NOTICE,
  village: VILLAGE,
  villageName: '东柳村',
  applicantMasked: '陈*',
  householdSize: 3,
  covered: 3,
  programme: 'dibao',
  programmeName: '最低生活保障',
  amountFen: 64_000,
  postedOn: '2026-02-26',
  endsOn: '2026-03-05',
  office: '柳溪镇（示例）',
  contactPhone: '0531-00001234',
}

export interface Called {
  readonly method: string
  readonly path: string
  readonly key: string | null
  readonly body: unknown
}

interface Draft {
  version: number
  answers: Answers
}

export class FakeApi {
  readonly calls: Called[] = []
  readonly drafts = new Map<string, Draft>()
  submitted: Answers | undefined
  /** What the next submit is refused with. */
  refusal: { status: number; code: string; issues?: readonly object[] } | undefined
  #drafts = 0

  readonly fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const path = url.pathname.replace('/api/v1', '')
    const text = request.headers.get('content-type')?.includes('json') ? await request.text() : ''
    const body = text ? JSON.parse(text) : undefined
    this.calls.push({ method: request.method, path, key: request.headers.get('idempotency-key'), body })
    return this.#answer(request, url, path, body) ?? problem(404, 'http.not-found')
  }

  #answer(request: Request, url: URL, path: string, body: Record<string, unknown>): Response | undefined {
    const fixed: Record<string, () => Response> = {
      'GET /divisions': () => list(divisions.filter(one => one.level === url.searchParams.get('level'))),
      'GET /demo/clock': () => Response.json({ today: TODAY }),
      'GET /demo/accounts': () => list([]),
      'GET /demo/outbox': () =>
        list([{ at: `${TODAY}T01:00:00.000Z`, recipientMasked: '138****5678', text: '验证码 246810' }]),
      'POST /drafts': () => this.#startDraft(),
      'POST /resident/code': () => Response.json({ codeId: 'code-1', expiresInSeconds: 300 }),
      'POST /resident/session': () =>
        body.code === '246810' ? signedIn({ kind: 'resident' }) : problem(422, 'identity.code-wrong'),
      'GET /public/notices': () => list([notice]),
      'GET /public/screen': () => list([notice]),
      [`GET /public/notices/${NOTICE}`]: () => Response.json(notice),
      [`POST /public/notices/${NOTICE}/objections`]: () =>
        Response.json({ id: 'x', receivedOn: TODAY }, { status: 201 }),
    }
    const answer = fixed[`${request.method} ${path}`]
    if (answer) return answer()
    if (path.startsWith('/divisions/')) return this.#division(path.slice('/divisions/'.length))
    if (path.startsWith('/drafts/')) return this.#draft(request, path, body)
    return request.headers.get('cookie')?.includes('session=yes')
      ? mine(request.method, path)
      : problem(401, 'access.signed-out')
  }

  #division(code: string): Response {
    const division = divisions.find(one => one.code === code)
    if (!division) return problem(404, 'access.out-of-area')
    return Response.json({
      ...division,
      contactPhone: '0531-00001234',
      contactHours: '周一至周五 8:30–17:30',
      path: [],
    })
  }

  #startDraft(): Response {
    const id = `draft-${++this.#drafts}`
    this.drafts.set(id, { version: 1, answers: {} })
    return Response.json({ id, token: 'token' }, { status: 201 })
  }

  #draft(request: Request, path: string, body: Record<string, unknown>): Response {
    const [, , id = '', act] = path.split('/')
    const draft = this.drafts.get(id)
    if (!draft || request.headers.get('doudi-draft') !== 'token') return problem(404, 'casework.draft-unknown')
    if (act === 'submit') return this.#submit(draft, body)
    if (request.method === 'GET') return Response.json({ id, ...draft, submitted: false })
    if (body.version !== draft.version) return problem(409, 'casework.draft-changed', { version: draft.version })
    draft.version++
    draft.answers = body.answers as Answers
    return Response.json({ version: draft.version })
  }

  #submit(draft: Draft, body: Record<string, unknown>): Response {
    if (body.code !== '246810') return problem(422, 'identity.code-wrong')
    if (this.refusal) return problem(this.refusal.status, this.refusal.code, {}, this.refusal.issues)
    this.submitted = draft.answers
    return signedIn({
      caseId: CASE,
      caseNumber: ownCase.number,
      householdId: 'household',
      next: { what: { zh: '看材料', en: 'Looking' }, byDate: '2026-03-05' },
    })
  }
}

function mine(method: string, path: string): Response | undefined {
  const answers: Record<string, () => Response> = {
    'GET /me': () => Response.json({ kind: 'resident', name: '陈海', today: TODAY, households: [{ id: 'household' }] }),
    'GET /my/cases': () => list([ownCase]),
    'GET /my/awards': () =>
      list([{ id: 'award', programme: 'dibao', status: 'active', monthlyFen: 64_000, startMonth: '2026-03' }]),
    [`GET /my/cases/${CASE}`]: () => Response.json(ownCase),
    [`POST /my/cases/${CASE}/withdraw`]: () => Response.json(ownCase),
    'POST /my/documents': () => Response.json({ id: 'document', digest: '' }, { status: 201 }),
    'GET /my/letters/letter/print': () =>
      new Response('<!doctype html><p>决定书</p>', { headers: { 'content-type': 'text/html' } }),
  }
  return answers[`${method} ${path}`]?.()
}

const list = (items: readonly unknown[]) => Response.json({ items, next: null })
const signedIn = (body: object) =>
  Response.json(body, { status: 201, headers: { 'set-cookie': 'session=yes; Path=/; HttpOnly' } })
const problem = (status: number, code: string, details = {}, issues: readonly object[] = []) =>
  Response.json({ code, details, issues, requestId: '7f' }, { status })

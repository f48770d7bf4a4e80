/**
 * How each address is called when it is aimed at one family: which of its ids stand in the address, and a body that is
 * well formed, so that only rights and the state of things can refuse it.
 */
import { type CallOptions, entryId, family, identityNumberFor, luhnCard, PICTURE } from '@doudi/testkit'
import type { Target } from './two-counties.ts'

export interface Call {
  readonly path: string
  readonly body?: unknown
  readonly options?: CallOptions
  /** Names something of the target; a caller elsewhere must not reach it. */
  readonly aimed: boolean
}

export interface DraftKey {
  readonly id: string
  readonly token: string
}

type Body = (target: Target) => unknown

const id = () => entryId()
const reason = '按示例办理'
/** A version nobody has seen: whoever may act is told so, and nothing happens. */
const version = 999_999

/** Which id an address takes, by the words before it. */
const idOf: Readonly<Record<string, (target: Target) => string>> = {
  '/accounts': ({ ids }) => ids.account,
  '/grants': ({ ids }) => ids.grant,
  '/households': ({ decided }) => decided.householdId,
  '/my/households': ({ decided }) => decided.householdId,
  '/persons': ({ ids }) => ids.person,
  '/documents': ({ decided }) => decided.photoId,
  '/my/documents': ({ decided }) => decided.photoId,
  '/cases': ({ decided }) => decided.caseId,
  '/my/cases': ({ decided }) => decided.caseId,
  '/assessments': ({ ids }) => ids.assessment,
  '/letters': ({ ids }) => ids.letter,
  '/my/letters': ({ ids }) => ids.letter,
  '/consents': ({ ids }) => ids.consent,
  '/my/consents': ({ ids }) => ids.consent,
  '/differences': ({ ids }) => ids.difference,
  '/submissions': ({ ids }) => ids.submission,
  '/visits': ({ hanging }) => hanging.visitId,
  '/notices': ({ hanging }) => hanging.noticeId,
  '/public/notices': ({ hanging }) => hanging.noticeId,
  '/objections': ({ ids }) => ids.objection,
  '/awards': ({ ids }) => ids.award,
  '/batches': ({ ids }) => ids.batch,
  '/lines': ({ ids }) => ids.line,
  '/policies/drafts': ({ ids }) => ids.policyDraft,
  '/simulations': ({ ids }) => ids.simulation,
}

/** Questions in the address, for those that must or may carry one. */
const queryOf: Readonly<Record<string, (target: Target) => string>> = {
  'GET /delegations': ({ county }) => `county=${county.code}`,
  'GET /calendar-days': ({ village }) => `area=${village}`,
  'GET /working-days': () => 'from=2026-03-02&count=5',
  'GET /policies/forms/:programme': ({ village }) => `division=${village}`,
  'GET /simulations/options': ({ village }) => `division=${village}`,
  'DELETE /policies/drafts/:id': () => `version=${version}`,
  'POST /documents': ({ decided }) => `householdId=${decided.householdId}&kind=household-booklet`,
  'POST /my/documents': ({ decided }) => `householdId=${decided.householdId}&kind=household-booklet`,
  'GET /surveyors': ({ village }) => `division=${village}`,
  'GET /public/notices': ({ village }) => `village=${village}`,
  'GET /public/screen': ({ village }) => `area=${village}`,
}

const seen = (more: object = {}) => ({ version, ...more })
const closing: Body = () => seen({ reason })

const simulating = ({ county }: Target) => ({
  ...{ division: county.code, programme: 'dibao' },
  drafts: [{ values: [{ parameter: 'rounding', value: '舍到元' }] }],
})

const bodies: Readonly<Record<string, Body>> = {
  'POST /delegations': ({ county }) => ({
    ...{ town: county.towns[0]?.code, programme: 'dibao', basis: reason, validFrom: '2026-01-01' },
  }),
  'POST /calendar-days': ({ village }) => ({ area: village, day: '2026-10-09', workday: true, reason }),
  'POST /session': () => ({ login: `nobody-${id()}`, password: 'Not-The-Right-One-1' }),
  'POST /session/second-factor': () => ({ ticket: 'made up', code: '000000' }),
  'POST /session/activation': () => ({
    login: `nobody-${id()}`,
    activationCode: 'made-up',
    password: 'Harvest-Lantern-58',
  }),
  'POST /session/step-up': () => ({ code: '000000' }),
  'POST /resident/code': () => ({ phone: '13700000001', purpose: 'sign-in' }),
  'POST /resident/session': () => ({ codeId: id(), code: '000000' }),
  'POST /me/password': () => ({ current: 'Not-The-Right-One-1', next: 'Harvest-Lantern-58' }),
  'POST /accounts': ({ county }) => ({
    ...{ login: `new-${id()}`, name: '新同事', division: county.code },
    identityNumber: identityNumberFor('1985-05-05', 'male'),
  }),
  'POST /accounts/:id/grants': ({ county }) => ({
    ...{ role: 'auditor', division: county.code, validFrom: '2030-01-01' },
  }),
  'POST /demo/clock': () => ({ date: '2020-01-01' }),
  'POST /households/:id/bank-account': ({ decided }) => ({
    ...{ holderName: decided.application.applicant.name, bank: '示例农商行', number: luhnCard(), kind: 'card' },
  }),
  'POST /households/:id/bank-account/confirm': () => ({ bankAccountId: id() }),
  'POST /households/:id/bank-account/reject': () => ({ bankAccountId: id(), reason }),
  'POST /persons/:id/reveal': () => ({ field: 'phone', purpose: reason }),
  'POST /cases/:id/request-correction': () => seen({ missing: ['户口簿'] }),
  'POST /cases/:id/complete-correction': () => seen(),
  'POST /cases/:id/accept': () => seen(),
  'POST /cases/:id/reject': closing,
  'POST /cases/:id/withdraw': closing,
  'POST /cases/:id/terminate': closing,
  'POST /cases/:id/pause': () => seen({ reason: 'objection' }),
  'POST /cases/:id/resume': () => seen(),
  'POST /cases/:id/extend': () => seen({ ground: 'complex' }),
  'POST /cases/:id/propose': ({ ids }) => seen({ recommendation: 'approve', assessmentId: ids.assessment, reason }),
  'POST /cases/:id/approve': ({ ids }) => seen({ assessmentId: ids.assessment }),
  'POST /cases/:id/refuse': ({ ids }) => seen({ assessmentId: ids.assessment, reasonCode: 'not-resident', reason }),
  'POST /cases/:id/return': closing,
  'POST /cases/:id/assess': () => ({}),
  'PUT /drafts/:id': () => ({ version, answers: {} }),
  'POST /drafts/:id/submit': () => ({ codeId: id(), code: '000000' }),
  'POST /applications': ({ village }) => ({ application: family({ village }), channel: 'window' }),
  'POST /my/cases/:id/withdraw': closing,
  'POST /cases/:id/consents': ({ ids }) => ({ personId: ids.person, method: 'paper', signedName: '另一个人' }),
  'POST /consents/:id/withdraw': () => ({ reason }),
  'POST /my/consents/:id/withdraw': () => ({ reason }),
  'POST /cases/:id/verification': () => seen(),
  'POST /cases/:id/verification/retry': () => ({ queryIds: [id()] }),
  'POST /differences/:id/resolve': () => ({ resolution: 'use-declared', reason }),
  'POST /cases/:id/visits': () => seen({ plannedFor: '2026-12-01', surveyors: [id(), id()] }),
  'POST /sync': ({ ids }) => ({
    device: '示例手机',
    entries: [
      {
        ...{ id: id(), kind: 'visit.record', visitId: ids.plannedVisit, baseVersion: 1 },
        ...{ capturedAt: '2026-03-02T01:00:00.000Z', content: {} },
      },
    ],
  }),
  'POST /visits/:id/resolve': ({ ids }) => ({ submissionId: ids.conflict, take: {} }),
  'POST /cases/:id/notice': ({ ids }) => seen({ assessmentId: ids.assessment }),
  'POST /notices/:id/photo': ({ hanging }) => ({ documentId: hanging.photoId }),
  'POST /notices/:id/withdraw': () => ({ reason }),
  'POST /objections/:id/answer': () => ({ answer: '已核实，不属实', finding: 'unfounded' }),
  'POST /public/notices/:id/objections': () => ({ anonymous: true, content: '有门面房' }),
  'POST /awards/:id/hold': () => ({ reason }),
  'POST /awards/:id/unhold': () => ({ reason }),
  'POST /budgets': () => ({ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 100 }),
  'POST /batches': ({ ids }) => ({ programme: 'dibao', month: '2026-03', budgetId: ids.budget }),
  'POST /batches/:id/cancel': () => ({ reason }),
  'POST /lines/:id/hold': () => ({ reason }),
  'POST /policies/packs/:pack/programmes/:programme/check': () => ({
    ...{ rule: '推算工资', from: '2045-01-01', formula: '0', table: null },
  }),
  'POST /policies/drafts': ({ pack }) => ({ pack, title: '示例' }),
  'PUT /policies/drafts/:id': () => seen({ title: '示例', changes: [], documents: [] }),
  'POST /policies/drafts/:id/submit': () => seen(),
  'POST /policies/drafts/:id/withdraw': () => seen(),
  'POST /policies/drafts/:id/reject': closing,
  'POST /policies/drafts/:id/release': () => seen(),
  'POST /policies/drafts/:id/release-backdated': () => seen(),
  'POST /simulations': simulating,
  'POST /simulations/synthetic': target => ({ ...simulating(target), households: 1000 }),
}

const uploads: Readonly<Record<string, NonNullable<CallOptions['raw']>>> = {
  'POST /documents': { bytes: PICTURE, mediaType: 'image/png' },
  'POST /my/documents': { bytes: PICTURE, mediaType: 'image/png' },
  'POST /batches/:id/return-file': { bytes: 'not a bank file\n', mediaType: 'text/plain' },
}

/** Requests that name the target's things in their body or question instead of the address. */
const aimedElsewhere = new Set([
  ...['POST /delegations', 'POST /calendar-days', 'POST /accounts', 'POST /documents', 'POST /my/documents'],
  ...['POST /applications', 'POST /sync', 'POST /batches', 'GET /surveyors', 'POST /policies/drafts'],
  ...['POST /simulations', 'POST /simulations/synthetic'],
])

export function callOf(address: string, target: Target, draft: DraftKey): Call {
  const [method, path = ''] = address.split(' ')
  const noun = path.slice(0, path.indexOf('/:'))
  const named = idOf[noun]
  const place = path
    .replace(':code', target.village)
    .replace(':programme', 'dibao')
    .replace(':pack', target.pack)
    .replace(':parameter', 'rounding')
    .replace(':rule', 'imputedWage')
    .replace(':id', noun === '/drafts' ? draft.id : (named?.(target) ?? ':id'))
  if (place.includes('/:')) throw new Error(`nothing to aim ${address} at`)
  const query = queryOf[address]?.(target)
  const raw = uploads[address]
  return {
    path: query ? `${place}?${query}` : place,
    ...(method === 'GET' ? {} : { body: bodies[address]?.(target) }),
    options: { ...(raw ? { raw } : {}), ...(noun === '/drafts' ? { headers: { 'doudi-draft': draft.token } } : {}) },
    aimed: named !== undefined || aimedElsewhere.has(address),
  }
}

/** What each act changes in a case. Pure; `case.ts` applies it. */
import { addDays, type CalendarDate } from '@doudi/kernel'
import { type CaseAct, type CaseActType, factKey } from './acts.ts'
import type { CaseNotice, CaseState, CaseStatus, CaseVisit, Hand } from './case.ts'
import { cutNotice, excludeNotice, extendClock, pauseClock, resumeClock, startClock, stopClock } from './legal-clock.ts'

type Change = Partial<CaseState>
type Fold<T extends CaseActType> = (state: CaseState, act: CaseAct<T>, on: CalendarDate) => Change

/** `state` already carries the version that the act makes. */
export function changeOf(state: CaseState, act: CaseAct, on: CalendarDate): Change {
  const change = changes[act.type] as Fold<CaseActType>
  return change(state, act, on)
}

const evidence = (state: CaseState): Change => ({ evidenceVersion: state.version })
const handOf = ({ by }: CaseAct, on: CalendarDate): Hand => ({ accountId: by.accountId, name: by.name, on })
const closing =
  (status: CaseStatus) =>
  (state: CaseState, act: CaseAct, on: CalendarDate): Change => ({
    status,
    closed: { ...handOf(act, on), reason: act.reason },
    clock: state.clock && stopClock(state.clock, on),
    notice: state.notice?.status === 'posted' ? { ...state.notice, status: 'withdrawn' } : state.notice,
  })

/** Back to the investigation: what was found stays, what was concluded from it does not. */
const reopened = (state: CaseState, on: CalendarDate): Change => ({
  status: 'investigating',
  proposal: null,
  notice: null,
  clock: state.clock && cutNotice(state.clock, on),
})

const changes: { readonly [T in CaseActType]: Fold<T> } = {
  'case.submitted': () => {
    throw new Error('a case is submitted once')
  },
  'case.correction-requested': (state, { body }, on) => ({
    status: 'correcting',
    correction: { ...body, askedOn: on },
    corrections: state.corrections + 1,
  }),
  'case.completed': state => ({ ...evidence(state), status: 'submitted', correction: null, pending: [] }),
  'case.accepted': (_, { body }, on) => ({
    status: 'investigating',
    acceptedOn: on,
    delegated: body.delegated,
    clock: startClock(on, body.limit),
  }),
  'case.rejected': closing('rejected'),
  'case.withdrawn': closing('withdrawn'),
  'case.terminated': closing('terminated'),
  'clock.paused': ({ clock }, { body }, on) => ({ clock: clock && pauseClock(clock, on, body.because) }),
  'clock.resumed': ({ clock }, _, on) => ({ clock: clock && resumeClock(clock, on) }),
  'clock.extended': ({ clock }, { body }, on) => ({ clock: clock && extendClock(clock, on, body.ground, body.count) }),
  'verification.requested': (_, { body }, on) => ({
    verification: { ...body, requestedOn: on, completedOn: null, queries: [] },
  }),
  'verification.completed': (state, { body }, on) => ({
    ...evidence(state),
    verification: { requestedOn: state.verification?.requestedOn ?? on, ...body, completedOn: on },
  }),
  'verification.difference-resolved': (state, { body }) => ({
    ...evidence(state),
    resolutions: { ...state.resolutions, [factKey(body.field, body.personId)]: body.resolution },
  }),
  'visit.planned': ({ visits }, { body }) => ({
    visits: [...visits.filter(visit => visit.visitId !== body.visitId), { ...body, madeOn: null, conclusion: null }],
  }),
  'visit.made': (state, { body }) => ({ ...evidence(state), visits: withVisit(state.visits, body) }),
  'case.assessed': ({ assessments, version }, { body, at }) => ({
    assessments: [...assessments, { ...body, at, version }],
  }),
  'case.proposed': (_, act, on) => ({
    // Only what would be granted hangs on the village board; a proposed refusal goes straight to the decision.
    status: act.body.recommendation === 'approve' ? 'proposed' : 'awaiting-decision',
    proposal: { ...act.body, ...handOf(act, on), reason: act.reason },
  }),
  'notice.posted': ({ clock }, { body }) => ({
    status: 'publicising',
    notice: { ...body, status: 'posted' },
    clock: clock && excludeNotice(clock, addDays(body.postedOn, 1), body.endsOn),
  }),
  'notice.objected': ({ objections }, { body }, on) => ({
    status: 'objected',
    objections: [...objections, { objectionId: body.objectionId, on, finding: null }],
  }),
  'objection.answered': (state, { body }, on) => {
    const objections = state.objections.map(one =>
      one.objectionId === body.objectionId ? { ...one, finding: body.finding } : one,
    )
    if (body.finding === 'founded') return { ...reopened(state, on), objections }
    return { objections, status: statusOfNotice(state.notice, objections) }
  },
  'notice.ended': ({ notice, objections }) => {
    const ended = notice && { ...notice, status: 'ended' as const }
    return { notice: ended, status: statusOfNotice(ended, objections) }
  },
  'notice.withdrawn': ({ clock }, _, on) => ({
    status: 'proposed',
    notice: null,
    clock: clock && cutNotice(clock, on),
  }),
  'case.approved': ({ clock }, act, on) => ({
    status: 'approved',
    decision: { ...act.body, outcome: 'approved', reasonCode: null, reason: act.reason, ...handOf(act, on) },
    clock: clock && stopClock(clock, on),
  }),
  'case.refused': ({ clock }, act, on) => ({
    status: 'refused',
    decision: {
      ...act.body,
      outcome: 'refused',
      amountFen: 0,
      coveredPeople: 0,
      firstMonth: null,
      reason: act.reason,
      ...handOf(act, on),
    },
    clock: clock && stopClock(clock, on),
  }),
  'case.returned': (state, act, on) => ({
    ...reopened(state, on),
    returns: [...state.returns, { ...handOf(act, on), reason: act.reason }],
  }),
  'award.started': (_, { body }) => ({ award: body }),
}

function statusOfNotice(notice: CaseNotice | null, objections: CaseState['objections']): CaseStatus {
  if (objections.some(objection => objection.finding === null)) return 'objected'
  return notice?.status === 'ended' ? 'awaiting-decision' : 'publicising'
}

function withVisit(visits: readonly CaseVisit[], made: CaseAct<'visit.made'>['body']): CaseVisit[] {
  const { visitId, surveyors, visitedOn, conclusion } = made
  const planned = visits.find(visit => visit.visitId === visitId)?.plannedFor ?? null
  return [
    ...visits.filter(visit => visit.visitId !== visitId),
    { visitId, plannedFor: planned, surveyors, madeOn: visitedOn, conclusion },
  ]
}

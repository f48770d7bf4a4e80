/**
 * A case told up to a point, for tests: what casework owns goes through HTTP, what its neighbours do is recorded
 * as their act, so that these tests stand when theirs fall.
 */
import { addDays, type CalendarDate, calendarDate } from '@doudi/kernel'
import type { County, TestHouse } from '@doudi/testkit'
import { type Caller, systemCaller } from '#platform/database/work.ts'
import { newId } from '#platform/ids.ts'
import type { NewAct } from './acts.ts'
import type { CaseRow } from './case-row.ts'
import { loadCase } from './casework.sql.ts'
import { recordAct } from './record-act.ts'

export type Point =
  | 'submitted'
  | 'accepted'
  | 'verified'
  | 'visited'
  | 'assessed'
  | 'proposed'
  | 'publicised'
  | 'awaiting'
const points: readonly Point[] = [
  'submitted',
  'accepted',
  'verified',
  'visited',
  'assessed',
  'proposed',
  'publicised',
  'awaiting',
]

type Apply = NonNullable<Parameters<County['apply']>[0]>

/** Any row of the case, seen by nobody in particular. */
export const rowOf = (house: TestHouse, caseId: string): Promise<CaseRow> =>
  house.inWork(systemCaller, work => loadCase(work, caseId))

export function actAs(house: TestHouse, caller: Caller, caseId: string, act: NewAct): Promise<CaseRow> {
  return house.inWork(caller, work => recordAct(work, caseId, act))
}

export function assistantCaller(accountId: string): Caller {
  return {
    ...systemCaller,
    kind: 'staff',
    accountId: accountId as Caller['accountId'],
    name: '助理员',
    role: 'town-assistant',
  }
}

export class Story {
  readonly house: TestHouse
  readonly county: County
  readonly caseId: string
  readonly householdId: string
  assessmentId = ''

  constructor(house: TestHouse, county: County, ids: { caseId: string; householdId: string }) {
    this.house = house
    this.county = county
    this.caseId = ids.caseId
    this.householdId = ids.householdId
  }

  static async until(house: TestHouse, county: County, point: Point, apply: Apply = {}): Promise<Story> {
    const story = new Story(house, county, await county.apply(apply))
    for (const next of points.slice(1, points.indexOf(point) + 1)) await story.advance(next)
    return story
  }

  get assistant() {
    return this.county.as('town-assistant')
  }

  get approver() {
    return this.county.as('town-approver')
  }

  row(): Promise<CaseRow> {
    return rowOf(this.house, this.caseId)
  }

  async version(): Promise<number> {
    return (await this.row()).version
  }

  /** One of casework's own acts, by the assistant unless said, at the version as it stands. */
  async post(address: string, body: object = {}, by = this.assistant) {
    return by.post(`/cases/${this.caseId}/${address}`, { version: await this.version(), ...body })
  }

  async system(act: NewAct): Promise<CaseRow> {
    return actAs(this.house, systemCaller, this.caseId, act)
  }

  async byAssistant(act: NewAct): Promise<CaseRow> {
    return actAs(this.house, assistantCaller(await this.assistant.accountId()), this.caseId, act)
  }

  async advance(point: Point): Promise<void> {
    await this.#steps[point]()
  }

  readonly #steps: Record<Point, () => Promise<unknown>> = {
    submitted: async () => undefined,
    accepted: () => this.ok('accept'),
    verified: () => this.verify(),
    visited: () => this.visit(),
    assessed: () => this.assess(),
    proposed: () =>
      this.ok('propose', { recommendation: 'approve', assessmentId: this.assessmentId, reason: '符合条件' }),
    publicised: () => this.postNotice(),
    awaiting: () => this.endNotice(),
  }

  async ok(address: string, body: object = {}, by = this.assistant) {
    const answer = await this.post(address, body, by)
    if (answer.status !== 200) throw new Error(`${address} → ${answer.status} ${answer.text}`)
    return answer.body
  }

  async verify(
    statuses: readonly ('answered' | 'nothing-found' | 'failed' | 'pending')[] = ['answered', 'nothing-found'],
  ): Promise<void> {
    const { state } = await this.row()
    const requestId = newId<'request'>()
    await this.byAssistant({
      type: 'verification.requested',
      body: { requestId, round: (state.verification?.round ?? 0) + 1 },
    })
    const queries = statuses.map((status, i) => ({
      personId: state.applicant.personId,
      source: `source-${i}`,
      mandatory: true,
      status,
    }))
    await this.system({ type: 'verification.completed', body: { requestId, round: 1, queries } })
  }

  async visit(surveyors?: readonly string[], conclusion: string | null = 'true'): Promise<void> {
    const people = surveyors ?? [
      await this.assistant.accountId(),
      await this.county.as('town-assistant', { nth: 1 }).accountId(),
    ]
    const visitId = newId<'visit'>()
    const today = await this.today()
    await this.byAssistant({ type: 'visit.planned', body: { visitId, plannedFor: today, surveyors: people } })
    await this.byAssistant({
      type: 'visit.made',
      body: { visitId, visitedOn: today, surveyors: people, outcome: conclusion ? 'met' : 'nobody', conclusion },
    })
  }

  async assess(by = this.assistant) {
    const assessment = await by.ok.post(`/cases/${this.caseId}/assess`, {})
    this.assessmentId = assessment.id
    return assessment
  }

  async postNotice(): Promise<void> {
    const today = await this.today()
    const body = {
      noticeId: newId<'notice'>(),
      assessmentId: this.assessmentId,
      postedOn: today,
      endsOn: addDays(today, 7),
    }
    await this.byAssistant({ type: 'notice.posted', body })
  }

  /** Moves to the morning after the last day of the notice and ends it. */
  async endNotice(): Promise<void> {
    const { notice } = (await this.row()).state
    if (!notice) throw new Error('nothing hangs')
    this.house.clock.moveTo(`${addDays(notice.endsOn, 1)}T01:00:00.000Z`)
    await this.system({ type: 'notice.ended', body: { noticeId: notice.noticeId } })
  }

  today(): Promise<CalendarDate> {
    return this.house.inWork(systemCaller, async work => calendarDate(work.today))
  }
}

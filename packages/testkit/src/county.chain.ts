/**
 * One family's way from the window to the bank, through the API, each step by the post whose turn it is:
 * `await county.caseAt('decided')`, or first `caseAt('publicised')` and later `goOn('decided')`. The clock only ever goes
 * forward, so several families may be taken one after another.
 */
import { addDays, type CalendarDate, uuidV7 } from '@doudi/kernel'
import type { Client } from '@doudi/server/in-process-client.ts'
import { systemCaller } from '@doudi/server/platform/database/work.ts'
import type { County } from './county.ts'
import type { Family, family } from './families.ts'
import type { TestHouse } from './house.ts'

/** How far a case may be taken; each includes all before it. */
export const milestones = [
  'submitted',
  'accepted',
  'verified',
  'visited',
  'proposed',
  'publicised',
  'awaiting',
  'decided',
] as const
export type Milestone = (typeof milestones)[number]

export interface ChainOptions extends Partial<Family> {
  readonly town?: number
  readonly villageNo?: number
  /** What the town proposes and decides; default what the computation says. */
  readonly outcome?: 'approve' | 'refuse'
}

/** What came to be on the way; ids of steps that were not reached are empty. */
export interface ChainedCase {
  readonly caseId: string
  readonly caseNumber: string
  readonly householdId: string
  readonly division: string
  readonly application: ReturnType<typeof family>
  readonly town: number
  readonly villageNo: number
  persons: string[]
  visitId: string
  signatureId: string
  photoId: string
  assessmentId: string
  noticeId: string
  /** Takes the case further. */
  goOn(until: Milestone): Promise<ChainedCase>
}

/** A picture of one colour: what a camera would have taken. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGklEQVQ4y2N4/uEHVRDDqEGjBo0aNGoQZQgAzzQ2vTRhS8oAAAAASUVORK5CYII=',
  'base64',
)

let entries = 0
/** An id as a device makes it. */
export function entryId(): string {
  const random = Buffer.alloc(10)
  random.writeUInt32BE(++entries, 6)
  return uuidV7(Date.parse('2026-03-02T01:00:00Z'), random)
}

export async function takeCase(
  house: TestHouse,
  county: County,
  until: Milestone,
  options: ChainOptions = {},
): Promise<ChainedCase> {
  const way = await Way.begin(house, county, options)
  return way.goOn(until)
}

/** Notices whose last day has passed come down, as every morning. */
export async function nextMorning(house: TestHouse, county: County): Promise<void> {
  const area = county.code.slice(0, 6)
  await house.inWork(systemCaller, work => work.enqueue('publicity.end-notices', { area }))
  await house.jobs.drain()
}

class Way {
  readonly made: ChainedCase
  readonly #to: Readonly<Record<Milestone, () => Promise<unknown>>> = {
    submitted: async () => {},
    accepted: () => this.#act('accept'),
    verified: () => this.#verify(),
    visited: () => this.#visit(),
    proposed: () => this.#propose(),
    publicised: () => this.#hang(),
    awaiting: () => this.#takeDown(),
    decided: () => this.#decide(),
  }
  readonly #house: TestHouse
  readonly #county: County
  readonly #assistant: Client & { accountId(): Promise<string> }
  #outcome: ChainOptions['outcome']
  #at = 0

  private constructor(
    house: TestHouse,
    county: County,
    made: Omit<ChainedCase, 'goOn'>,
    outcome: ChainOptions['outcome'],
  ) {
    this.#house = house
    this.#county = county
    this.made = { ...made, goOn: until => this.goOn(until) }
    this.#outcome = outcome
    this.#assistant = county.as('town-assistant', { town: made.town })
  }

  static async begin(house: TestHouse, county: County, options: ChainOptions): Promise<Way> {
    const { town = 0, villageNo = 0, outcome, ...family } = options
    const division = county.towns[town]?.villages[villageNo]?.code ?? ''
    const intake = await county.apply({ ...family, village: division, town })
    await house.jobs.drain()
    const nothing = { persons: [], visitId: '', signatureId: '', photoId: '', assessmentId: '', noticeId: '' }
    return new Way(house, county, { ...intake, ...nothing, division, town, villageNo }, outcome)
  }

  async goOn(until: Milestone): Promise<ChainedCase> {
    for (const milestone of milestones.slice(this.#at + 1, milestones.indexOf(until) + 1)) {
      await this.#to[milestone]()
      this.#at++
    }
    return this.made
  }

  async #act(address: string, body: object = {}, by: Client = this.#assistant) {
    const { version } = await by.ok.get(`/cases/${this.made.caseId}`)
    return by.ok.post(`/cases/${this.made.caseId}/${address}`, { version, ...body })
  }

  async #verify(): Promise<void> {
    await this.#act('verification')
    await this.#house.jobs.drain()
    const detail = await this.#assistant.ok.get(`/cases/${this.made.caseId}`)
    this.made.persons = detail.state.members.map(({ personId }: { personId: string }) => personId)
  }

  async #visit(): Promise<void> {
    const second = this.#county.as('town-assistant', { town: this.made.town, nth: 1 })
    const surveyors = [await this.#assistant.accountId(), await second.accountId()]
    const visit = await this.#act('visits', { plannedFor: this.#house.clock.today(), surveyors })
    this.made.visitId = visit.id
    this.made.signatureId = (await this.#upload('visit-signature')).id
    const photo = await this.#upload('visit-photo')
    this.made.photoId = photo.id
    const now = this.#house.clock.now()
    const [result] = (
      await this.#assistant.ok.post('/sync', {
        device: '示例手机',
        entries: [
          {
            ...{ id: entryId(), kind: 'visit.record', visitId: visit.id, baseVersion: visit.version, capturedAt: now },
            content: {
              ...{ outcome: 'met', visitedAt: now, surveyors, present: this.made.persons, conclusion: 'true' },
              house: { nature: 'own', rooms: 3 },
              signatureDocumentId: this.made.signatureId,
              conclusionText: '家庭情况与申报一致。',
            },
          },
        ],
      })
    ).results
    if (result.status !== 'applied') throw new Error(`the visit was not taken in: ${JSON.stringify(result)}`)
  }

  #upload(kind: string) {
    const { caseId, householdId } = this.made
    const query = `householdId=${householdId}&caseId=${caseId}&kind=${kind}`
    return this.#assistant.ok.post(`/documents?${query}`, undefined, {
      raw: { bytes: PICTURE, mediaType: 'image/png' },
    })
  }

  async #propose(): Promise<void> {
    const { differences } = await this.#assistant.ok.get(`/cases/${this.made.caseId}/verification`)
    for (const { id } of differences.filter((one: { resolution: string | null }) => one.resolution === null)) {
      await this.#assistant.ok.post(`/differences/${id}/resolve`, { resolution: 'use-declared', reason: '已核实' })
    }
    const { id, result } = await this.#assistant.ok.post(`/cases/${this.made.caseId}/assess`, {})
    this.made.assessmentId = id
    this.#outcome ??= result.eligible ? 'approve' : 'refuse'
    await this.#act('propose', { recommendation: this.#outcome, assessmentId: id, reason: '按核对和入户情况' })
  }

  async #hang(): Promise<void> {
    if (this.#outcome === 'refuse') return
    const notice = await this.#act('notice', { assessmentId: this.made.assessmentId })
    this.made.noticeId = notice.id
  }

  async #takeDown(): Promise<void> {
    const { state } = await this.#assistant.ok.get(`/cases/${this.made.caseId}`)
    if (!state.notice) return
    const after = addDays(state.notice.endsOn as CalendarDate, 1)
    if (this.#house.clock.today() < after) this.#house.clock.moveTo(`${after}T01:00:00.000Z`)
    await nextMorning(this.#house, this.#county)
  }

  async #decide(): Promise<void> {
    const approver = this.#county.as('town-approver', { town: this.made.town })
    const { id: assessmentId } = await approver.ok.post(`/cases/${this.made.caseId}/assess`, {})
    if (this.#outcome === 'approve') await this.#act('approve', { assessmentId }, approver)
    else {
      const { choices } = await approver.ok.get(`/cases/${this.made.caseId}`)
      const reasonCode = choices.refusalReasons[0].id
      await this.#act('refuse', { assessmentId, reasonCode, reason: '收入高于当地标准' }, approver)
    }
    await this.#house.jobs.drain()
  }
}

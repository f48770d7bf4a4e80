/** One step of a story each: what the post whose turn it is does on that day. */
import type { Desk, Reply } from './desk.ts'
import type { Story } from './stories.ts'

export interface Scene {
  readonly story: Story
  readonly desk: (login: string) => Promise<Desk>
  /** Business time of the step, ISO. */
  readonly now: string
  readonly today: string
  /** Small pictures: a signature and a door. */
  readonly pictures: { signature: Uint8Array; door: Uint8Array }
}

const assistant = ({ story, desk }: Scene, nth = 1) => desk(`${story.desk}-assistant-${nth}`)
const caseOf = async (scene: Scene, caseId: string): Promise<Reply> => (await assistant(scene)).get(`/cases/${caseId}`)

export async function submit(scene: Scene): Promise<string> {
  const { story } = scene
  const { byCoordinator } = story
  const desk = byCoordinator ? await scene.desk(`${story.desk}-village-${story.villageNo + 1}`) : await assistant(scene)
  const reply = await desk.post('/applications', {
    application: story.application,
    channel: byCoordinator ? 'coordinator' : 'window',
    ...(byCoordinator ? { onBehalf: { name: '示例协理员', phone: '13900000000', relation: '协理员' } } : {}),
  })
  return reply.caseId
}

export async function askForPapers(scene: Scene, caseId: string): Promise<void> {
  const { version } = await caseOf(scene, caseId)
  await (await assistant(scene)).post(`/cases/${caseId}/request-correction`, {
    version,
    missing: ['户口簿', '残疾人证'],
  })
}

export async function reject(scene: Scene, caseId: string): Promise<void> {
  const { version } = await caseOf(scene, caseId)
  await (await assistant(scene)).post(`/cases/${caseId}/reject`, {
    version,
    reason: '申请人户籍不在本地，已告知向户籍地申请。',
  })
}

export async function withdraw(scene: Scene, caseId: string): Promise<void> {
  const { version } = await caseOf(scene, caseId)
  await (await assistant(scene)).post(`/cases/${caseId}/withdraw`, {
    version,
    reason: '家人已外出就业，申请人要求撤回。',
  })
}

/** Acceptance, the request to the departments and the plan of the visit, in one morning. */
export async function accept(scene: Scene, caseId: string, visitOn: string): Promise<void> {
  const desk = await assistant(scene)
  const second = await assistant(scene, 2)
  let { version } = await caseOf(scene, caseId)
  version = (await desk.post(`/cases/${caseId}/accept`, { version })).version
  await desk.post(`/cases/${caseId}/verification`, { version })
  version = (await caseOf(scene, caseId)).version
  await desk.post(`/cases/${caseId}/visits`, {
    version,
    plannedFor: visitOn,
    surveyors: [desk.accountId, second.accountId],
  })
}

/** Departments that did not answer are asked again. */
export async function askAgain(scene: Scene, caseId: string): Promise<void> {
  const desk = await assistant(scene)
  const { queries } = await desk.get(`/cases/${caseId}/verification`)
  const silent = queries.filter((query: Reply) => query.status === 'failed').map((query: Reply) => query.id)
  if (silent.length > 0) await desk.tryPost(`/cases/${caseId}/verification/retry`, { queryIds: silent })
}

export async function visit(scene: Scene, caseId: string): Promise<void> {
  const desk = await assistant(scene)
  const { items } = await desk.get(`/cases/${caseId}/visits`)
  const planned = items[0]
  const detail = await caseOf(scene, caseId)
  const query = `householdId=${detail.householdId}&caseId=${caseId}`
  const signature = await desk.upload(`/documents?${query}&kind=visit-signature`, scene.pictures.signature, 'image/png')
  const photo = await desk.upload(`/documents?${query}&kind=visit-photo`, scene.pictures.door, 'image/png')
  const people: string[] = detail.state.members.map((member: Reply) => member.personId)
  await desk.post('/sync', {
    device: '示例设备',
    entries: [
      {
        id: entryId(scene.story.serial),
        kind: 'visit.record',
        visitId: planned.id,
        baseVersion: planned.version,
        capturedAt: scene.now,
        content: {
          outcome: 'met',
          visitedAt: scene.now,
          surveyors: planned.surveyors.map((surveyor: Reply) => surveyor.accountId ?? surveyor),
          present: people,
          house: {
            nature: 'own',
            structure: 'brick',
            areaSquareMetres: scene.story.areaSquareMetres,
            rooms: 3,
            condition: 'worn',
          },
          living: { water: 'tap', appliances: '电视机、电饭锅' },
          members: people.map(personId => ({ personId, health: 'chronic', labour: 'weak' })),
          photos: [
            {
              digest: photo.receivedDigest ?? photo.digest,
              documentId: photo.id,
              purpose: 'door',
              capturedAt: scene.now,
            },
          ],
          signatureDocumentId: signature.id,
          conclusion: 'true',
          conclusionText: '家庭情况与申报一致。',
        },
      },
    ],
  })
}

/** Looks at what the departments found, computes, and proposes what the computation says. True if a notice must follow. */
export async function propose(scene: Scene, caseId: string): Promise<void> {
  const desk = await assistant(scene)
  const { differences } = await desk.get(`/cases/${caseId}/verification`)
  for (const difference of differences.filter((one: Reply) => one.resolution === null)) {
    await desk.post(`/differences/${difference.id}/resolve`, {
      resolution: 'use-found',
      reason: '以核对结果为准，已告知申请人。',
    })
  }
  const assessed = await desk.tryPost(`/cases/${caseId}/assess`, {})
  if (assessed.status >= 300) return
  const detail = await caseOf(scene, caseId)
  if (detail.can.propose !== null) return
  const { id, result } = assessed.body
  await desk.post(`/cases/${caseId}/propose`, {
    version: detail.version,
    recommendation: result.eligible ? 'approve' : 'refuse',
    assessmentId: id,
    reason: result.eligible ? '符合条件，建议纳入保障。' : '不符合条件，建议不予纳入。',
  })
}

export async function postNotice(scene: Scene, caseId: string): Promise<void> {
  const desk = await assistant(scene)
  const { can, version, state } = await caseOf(scene, caseId)
  if (can.notice === null)
    await desk.post(`/cases/${caseId}/notice`, { version, assessmentId: state.proposal.assessmentId })
}

export async function object(scene: Scene, caseId: string): Promise<void> {
  const { state } = await caseOf(scene, caseId)
  if (state.notice?.status !== 'posted') return
  await (await assistant(scene)).tryPost(`/public/notices/${state.notice.noticeId}/objections`, {
    anonymous: true,
    content: '听说这家在镇上还有一间门面房，请再核实。',
  })
}

export async function decide(scene: Scene, caseId: string): Promise<void> {
  const desk = await scene.desk(`${scene.story.desk}-approver`)
  const detail = await desk.get(`/cases/${caseId}`)
  if (detail.can.approve !== null && detail.can.refuse !== null) return
  const assessed = await desk.tryPost(`/cases/${caseId}/assess`, {})
  if (assessed.status >= 300) return
  const { id: assessmentId, result } = assessed.body
  const { version, can } = await desk.get(`/cases/${caseId}`)
  if (result.eligible && can.approve === null) {
    await desk.tryPost(`/cases/${caseId}/approve`, { version, assessmentId })
  } else if (!result.eligible && can.refuse === null) {
    const [reason] = detail.choices.refusalReasons
    await desk.tryPost(`/cases/${caseId}/refuse`, {
      version,
      assessmentId,
      reasonCode: reason.id,
      reason: '家庭人均月收入不低于当地标准。',
    })
  }
}

/** A UUID v7 that the same story always sends. */
function entryId(serial: number): string {
  return `019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`
}

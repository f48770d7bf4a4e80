/** A draft that is written for release, taken as it stands: the packs it would make are kept, whatever becomes of it. */
import { standardsOn } from '@doudi/policy'
import { carriersOf } from '#modules/places/index.ts'
import { type Edition, editionInUse, editionWithDraft, findDraft, keepEdition } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import type { WrittenDraft } from './simulation.ts'

interface Place {
  readonly division: string
  readonly pack: string
}

export async function takeWrittenDraft(work: Work, draftId: string, place: Place): Promise<WrittenDraft> {
  const { version, title, pack, status } = await findDraft(work, draftId)
  if (status === 'released') throw problems.of('insight.draft-released', { title })
  const edition = await editionWithDraft(work, draftId)
  await refuseBroken(work, edition, { title, pack: place.pack })
  if (!(await reaches(work, edition, pack, place))) throw problems.of('insight.draft-elsewhere', { title, pack })
  await keepEdition(work, edition)
  return { draftId, version, title, pack, edition: edition.hash }
}

async function refuseBroken(work: Work, edition: Edition, { title, pack }: { title: string; pack: string }) {
  if (!edition.packs.broken.has(pack) || (await editionInUse(work)).packs.broken.has(pack)) return
  const first = edition.problems.find(({ severity }) => severity === 'error')?.message['zh-CN'] ?? ''
  throw problems.of('insight.draft-faulty', { title, first })
}

/** The draft changes the pack of the asked area, one above it, or one that a town of it carries. */
async function reaches(work: Work, { packs }: Edition, drafted: string, { division, pack }: Place): Promise<boolean> {
  if (standardsOn(packs, pack, work.today).line.some(({ name }) => name === drafted)) return true
  const carriers = await carriersOf(work, drafted)
  return carriers.some(({ code }) => code.slice(0, 6) === division.slice(0, 6))
}

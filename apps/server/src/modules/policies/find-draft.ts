/** Finds packs and drafts, and says no in the same words wherever somebody may not go on. */
import type { Level, Pack } from '@doudi/policy'
import { carriersOf, type DivisionRecord } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { editionInUse } from './current-edition.ts'
import { type Draft, selectDraft } from './draft.sql.ts'
import { type DraftAct, whyNot } from './draft.ts'
import { problems } from './problems.ts'

export async function packNamed(work: Work, name: string): Promise<Pack> {
  const pack = (await editionInUse(work)).packs.packs.get(name)
  if (!pack) throw problems.of('policies.pack-unknown', { pack: name })
  return pack
}

/** A town's pack stands at the level that the policy language calls area. */
const carriedAt: Readonly<Record<Level, DivisionRecord['level'] | null>> = {
  nation: null,
  province: 'province',
  city: 'city',
  county: 'county',
  area: 'town',
}

/**
 * Where the pack is the caller's own: a division of theirs carries it at the pack's own level. A county that only
 * follows its city's pack does not own it.
 */
export async function ownDivisionOf(work: Work, pack: Pack): Promise<string | null> {
  const { areas, adminAreas } = work.caller.scope
  const isOurs = (code: string) => [...areas, ...adminAreas].some(area => area === '*' || code.startsWith(area))
  const carriers = await carriersOf(work, pack.name)
  return carriers.find(({ code, level }) => level === carriedAt[pack.level] && isOurs(code))?.code ?? null
}

export async function requireOwnPack(work: Work, pack: Pack): Promise<string> {
  const division = await ownDivisionOf(work, pack)
  if (division === null) throw platformProblems.of('access.out-of-area')
  return division
}

export async function findDraft(work: Work, id: string): Promise<Draft> {
  const draft = await selectDraft(work.db, id, false)
  if (!draft) throw problems.of('policies.draft-unknown')
  return draft
}

/** Holds the draft until this transaction ends, for an act of the caller's that its state has to allow. */
export async function lockDraftFor(work: Work, id: string, act: DraftAct, seenVersion: number): Promise<Draft> {
  const draft = await selectDraft(work.db, id, true)
  if (!draft) throw problems.of('policies.draft-unknown')
  const code = whyNot(act, draft, work.caller.accountId)
  if (code) throw problems.of(code, { status: draft.status })
  if (draft.version !== seenVersion) throw problems.of('policies.draft-changed', { version: draft.version })
  return draft
}

/** Law is made in somebody's name. */
export function personActing({ caller }: Work): string {
  if (!caller.accountId) throw new Error(`${caller.role} is nobody: a draft needs a person`)
  return caller.accountId
}

/** For tests: a server that remembers, and whose answers may be lost on the way or never begun. */
import type { SyncEntry } from '@doudi/sync'
import { newId } from '../clock.ts'
import { ApiProblem } from '../data/remote.ts'
import type { Source } from '../data/source.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { type LocalPhoto, photoName } from '../visit/local-photo.ts'
import { openedWith, type Phone, phone } from './phone.ts'

/** What happens to the next calls, one after the other; then all goes well. */
export type Fate = 'ok' | 'request-lost' | 'answer-lost' | 'signed-out' | 'killed' | { refused: string } | 'conflict'

export class Killed extends Error {}

export function server(...fates: Fate[]) {
  const documents = new Map<string, string>()
  const entries = new Map<string, SyncEntry>()
  const decisions = new Map<string, object>()
  const calls: string[] = []
  const lost = () => new ApiProblem(0, { code: 'network.unreachable' })

  function meet<T>(name: string, act: () => T): T {
    calls.push(name)
    const fate = fates.shift() ?? 'ok'
    if (fate === 'request-lost') throw lost()
    if (fate === 'killed') throw new Killed()
    if (fate === 'signed-out') throw new ApiProblem(401, { code: 'access.sign-in' })
    if (typeof fate === 'object') throw new ApiProblem(422, { code: fate.refused })
    const answer = act()
    if (fate === 'answer-lost') throw lost()
    return fate === 'conflict' ? ({ status: 'conflict' } as T) : answer
  }

  const remote: Pick<Source, 'hand' | 'decide' | 'document'> = {
    document: async (_, __, key) =>
      meet('document', () => {
        if (!documents.has(key)) documents.set(key, `document-${documents.size + 1}`)
        return documents.get(key) ?? ''
      }),
    hand: async entry =>
      meet('hand', () => {
        const known = entries.has(entry.id)
        entries.set(entry.id, entry)
        return { status: known ? ('duplicate' as const) : ('applied' as const) }
      }),
    decide: async (decision, key) =>
      meet('decide', () => {
        decisions.set(key, decision)
        return 'done' as const
      }),
  }
  return { remote, documents, entries, decisions, calls }
}

export const send = ({ outbox, store }: Omit<Phone, 'db'>, { remote }: Pick<ReturnType<typeof server>, 'remote'>) =>
  sendOutbox({ outbox, store, remote, changed: () => {} })

/** The same phone after its page was closed and opened again. */
export const reloaded = ({ db, vault }: Phone): Phone => ({ db, ...openedWith(db, vault) })

export async function visitWithPictures(pictures = 2) {
  const one = await phone()
  const photos: LocalPhoto[] = []
  for (let i = 0; i < pictures; i++) {
    const photo: LocalPhoto = {
      ...{ id: newId(), digest: String(i).repeat(64), mediaType: 'image/jpeg', kind: 'visit-photo' },
      ...{ capturedAt: '2026-03-02T01:00:00.000Z', purpose: 'house' },
    }
    await one.store.putBytes(photoName(photo.id), new Uint8Array([i]))
    photos.push(photo)
  }
  const entry: SyncEntry = {
    ...{ id: newId(), kind: 'visit.record', visitId: 'v1', baseVersion: 1, capturedAt: '2026-03-02T01:00:00.000Z' },
    content: { outcome: 'met', conclusion: 'true' },
  }
  const place = { householdId: 'h1', caseId: 'c1' }
  await one.outbox.add({ content: { kind: 'entry', title: '彭永贵', entry, place }, photos })
  return { ...one, entry }
}

export async function statesOf({ outbox }: Pick<Phone, 'outbox'>): Promise<string[]> {
  return (await outbox.rows()).map(({ state }) => state)
}

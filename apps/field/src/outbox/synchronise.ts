/** One round between phone and server: send what waits, fetch the day anew, learn what happened to what was sent. */
import { setClockAhead } from '../clock.ts'
import type { Local } from '../data/local.ts'
import { ApiProblem, type Remote } from '../data/remote.ts'
import type { FieldPack, VisitConflict } from '../data/wire.ts'
import { reconciled } from './outbox-row.ts'
import { type SendEnd, type Sending, sendOutbox } from './send-outbox.ts'

export interface Round {
  readonly end: SendEnd | 'not-allowed'
  readonly fetched?: { readonly pack: FieldPack; readonly clockAhead: number }
}

export async function synchronise(sending: Sending, local: Local, remote: Remote): Promise<Round> {
  const end = await sendOutbox(sending)
  if (end !== 'done') return { end }
  try {
    const fetched = await fetchDay(local, remote)
    await learn(sending, local, remote, fetched.pack)
    await sending.outbox.tidy()
    return { end, fetched }
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (error.status === 403) return { end: 'not-allowed' }
    return { end: error.status === 401 ? 'signed-out' : 'unreachable' }
  }
}

async function fetchDay(local: Local, remote: Remote) {
  const asked = Date.now()
  const pack = await remote.pack()
  const clockAhead = Math.round(Date.parse(pack.madeAt) - (asked + Date.now()) / 2)
  setClockAhead(clockAhead)
  await local.keepPack(pack)
  return { pack, clockAhead }
}

async function learn({ outbox }: Sending, local: Local, remote: Remote, pack: FieldPack): Promise<void> {
  const waiting = new Map((await remote.waiting()).map(entry => [entry.id, entry]))
  for (const row of await outbox.rows()) {
    const known = reconciled(row, waiting)
    if (known !== row) await outbox.put(known)
  }
  const conflicts: VisitConflict[] = []
  for (const { id, status } of pack.visits) if (status === 'conflict') conflicts.push(await remote.conflict(id))
  await local.keepConflicts(conflicts)
}

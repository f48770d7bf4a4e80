/** Only one page of this phone sends at a time: by the browser's locks, or by a lease in the database where it has none. */
import type { FieldDatabase } from '../data/database.ts'

const NAME = 'doudi-field-sync'
const LEASE_MS = 60_000
const RENEW_MS = 15_000

/** Runs the task unless another page is at it; then undefined. */
export async function asOneSender<T>(
  db: FieldDatabase,
  task: () => Promise<T>,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<T | undefined> {
  if (locks) return locks.request(NAME, { ifAvailable: true }, async lock => (lock ? task() : undefined))
  return underLease(db, task)
}

async function underLease<T>(db: FieldDatabase, task: () => Promise<T>): Promise<T | undefined> {
  const holder = String(Math.random())
  if (!(await takeLease(db, holder))) return undefined
  const renewal = setInterval(() => void takeLease(db, holder), RENEW_MS)
  try {
    return await task()
  } finally {
    clearInterval(renewal)
    await db.delete('leases', NAME)
  }
}

/** In one transaction, so that of two pages one comes second. A page that died holds it no longer than a minute. */
async function takeLease(db: FieldDatabase, holder: string): Promise<boolean> {
  const tx = db.transaction('leases', 'readwrite')
  const held = await tx.store.get(NAME)
  const free = !held || held.holder === holder || held.until < Date.now()
  if (free) await tx.store.put({ holder, until: Date.now() + LEASE_MS }, NAME)
  await tx.done
  return free
}

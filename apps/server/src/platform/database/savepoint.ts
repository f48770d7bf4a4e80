/**
 * A part of a unit of work that may fail for itself: what it wrote, enqueued and meant to record is undone, and the rest
 * of the transaction goes on. For requests that carry several independent things, of which one may be wrong.
 */
import { sql } from 'kysely'
import type { Work } from './work.ts'

/** Runs `act` with a work of its own; when it throws, the database is as before and the error passes on. */
export async function inSavepoint<T>(work: Work, act: (part: Work) => Promise<T>): Promise<T> {
  const steps: (() => Promise<void>)[] = []
  const part: Work = { ...work, beforeCommit: step => void steps.push(step) }
  await sql`savepoint part`.execute(work.db)
  try {
    const result = await act(part)
    for (const step of steps) await step()
    await sql`release savepoint part`.execute(work.db)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(work.db)
    await sql`release savepoint part`.execute(work.db)
    throw error
  }
}

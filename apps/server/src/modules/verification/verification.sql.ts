/** Every query of the verification module. Row-level security limits each to the caller's area or household. */
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'

export type ConsentRow = Selectable<Tables['verification.consent']>
export type RequestRow = Selectable<Tables['verification.request']>
export type QueryRow = Selectable<Tables['verification.query']>
export type DifferenceRow = Selectable<Tables['verification.difference']>

// consents

export function consentsOfCase(work: Work, caseId: string): Promise<ConsentRow[]> {
  const consents = work.db.selectFrom('verification.consent').selectAll().where('case_id', '=', caseId)
  return consents.orderBy('signed_at').orderBy('id').execute()
}

export async function insertConsent(work: Work, consent: Insertable<Tables['verification.consent']>): Promise<void> {
  await work.db.insertInto('verification.consent').values(consent).execute()
}

export function consentById(work: Work, id: string): Promise<ConsentRow | undefined> {
  return work.db.selectFrom('verification.consent').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function endConsent(work: Work, id: string): Promise<void> {
  await work.db.updateTable('verification.consent').set({ withdrawn_at: work.now }).where('id', '=', id).execute()
}

// rounds

export function latestRequest(work: Work, caseId: string): Promise<RequestRow | undefined> {
  const requests = work.db.selectFrom('verification.request').selectAll().where('case_id', '=', caseId)
  return requests.orderBy('round', 'desc').limit(1).executeTakeFirst()
}

export function requestById(work: Work, id: string): Promise<RequestRow> {
  return work.db.selectFrom('verification.request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Held until the end of the transaction: answers of one round are counted one after the other. */
export function lockRequest(work: Work, id: string): Promise<RequestRow> {
  const request = work.db.selectFrom('verification.request').selectAll().where('id', '=', id)
  return request.forUpdate().executeTakeFirstOrThrow()
}

export async function insertRequest(work: Work, request: Insertable<Tables['verification.request']>): Promise<void> {
  await work.db.insertInto('verification.request').values(request).execute()
}

export async function setCompleted(work: Work, id: string, at: string | null): Promise<void> {
  await work.db.updateTable('verification.request').set({ completed_at: at }).where('id', '=', id).execute()
}

// queries

export function queriesOfRequest(work: Work, requestId: string): Promise<QueryRow[]> {
  const queries = work.db.selectFrom('verification.query').selectAll().where('request_id', '=', requestId)
  return queries.orderBy('id').execute()
}

export function queryById(work: Work, id: string): Promise<QueryRow | undefined> {
  return work.db.selectFrom('verification.query').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertQueries(work: Work, queries: Insertable<Tables['verification.query']>[]): Promise<void> {
  await work.db.insertInto('verification.query').values(queries).execute()
}

/** Changes a query that still waits; false when another delivery of the same job was first. */
export async function updatePending(
  work: Work,
  id: string,
  change: Updateable<Tables['verification.query']>,
): Promise<boolean> {
  const pending = work.db.updateTable('verification.query').set(change).where('id', '=', id)
  const { numUpdatedRows } = await pending.where('status', '=', 'pending').executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function askAgain(work: Work, ids: readonly string[]): Promise<void> {
  await work.db
    .updateTable('verification.query')
    .set({ status: 'pending', attempts: 0, last_error: null })
    .where('id', 'in', ids)
    .execute()
}

// differences

export function differencesOfRequest(work: Work, requestId: string): Promise<DifferenceRow[]> {
  const differences = work.db.selectFrom('verification.difference').selectAll().where('request_id', '=', requestId)
  return differences.orderBy('id').execute()
}

/** A newer finding about the same fact opens the difference again. */
export async function putDifference(work: Work, row: Insertable<Tables['verification.difference']>): Promise<void> {
  await work.db
    .insertInto('verification.difference')
    .values(row)
    .onConflict(conflict =>
      conflict.constraint('difference_once').doUpdateSet({
        declared_fact_id: row.declared_fact_id ?? null,
        found_fact_id: row.found_fact_id,
        resolution: null,
        resolution_reason: null,
        resolved_by: null,
        resolved_at: null,
      }),
    )
    .execute()
}

export function differenceById(work: Work, id: string): Promise<DifferenceRow | undefined> {
  return work.db.selectFrom('verification.difference').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function resolve(
  work: Work,
  id: string,
  resolution: Pick<DifferenceRow, 'resolution' | 'resolution_reason'>,
): Promise<void> {
  await work.db
    .updateTable('verification.difference')
    .set({ ...resolution, resolved_by: work.caller.accountId, resolved_at: work.now })
    .where('id', '=', id)
    .execute()
}

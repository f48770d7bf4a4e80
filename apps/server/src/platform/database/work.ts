/**
 * The unit of work: one transaction, one scope, one caller, one moment. Use cases receive a `Work` and
 * nothing wider; the root database handle never reaches a module.
 *
 * The scope is written into the transaction (`set_config(…, true)` and the least-privileged role), so that
 * row-level security applies whatever a query forgets. A failed statement that somebody swallowed is found
 * by the probe at the end, because PGlite would otherwise report success for work that is gone.
 */
import type { CalendarDate, Id, Instant, Problem } from '@doudi/kernel'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { FileStore } from '../files/store.ts'
import { newId } from '../ids.ts'
import { isKept } from '../kept-refusal.ts'
import type { Tables } from './rows.gen.ts'

export type Tx = Transaction<Tables>

/** Which rows a transaction may see. Empty lists see nothing. */
export interface Scope {
  /** Division prefixes for business data: `370114` is a county, `370114901` a town; `*` is everything. */
  readonly areas: readonly string[]
  /** Households of the resident who is signed in. */
  readonly households: readonly string[]
  /** Division prefixes for accounts and grants (identity). */
  readonly adminAreas: readonly string[]
  /** Division prefixes for the journal beyond `areas` (audit administrator). */
  readonly auditAreas: readonly string[]
  /** The database role: what may be touched at all. */
  readonly role: 'doudi_app' | 'doudi_public'
}

export const noScope: Scope = { areas: [], households: [], adminAreas: [], auditAreas: [], role: 'doudi_app' }
export const systemScope: Scope = {
  areas: ['*'],
  households: [],
  adminAreas: ['*'],
  auditAreas: ['*'],
  role: 'doudi_app',
}
export const publicScope: Scope = { ...noScope, role: 'doudi_public' }

/** Who acts. `areas` are those of the grants that carry the permission in use, not of every grant. */
export interface Caller {
  readonly kind: 'staff' | 'resident' | 'public' | 'system'
  readonly accountId: Id<'account'> | null
  readonly name: string
  /** The role that carries the permission in use, for the journal. */
  readonly role: string
  /** The division at which that role is held (12 digits), or null for residents and the public. */
  readonly division: string | null
  readonly scope: Scope
}

export const systemCaller: Caller = {
  kind: 'system',
  accountId: null,
  name: 'system',
  role: 'system',
  division: null,
  scope: systemScope,
}

export interface Work {
  readonly db: Tx
  readonly caller: Caller
  readonly requestId: string
  /** Business time and date (Asia/Shanghai) of the whole unit of work. */
  readonly now: Instant
  readonly today: CalendarDate
  /** Real time, for sessions and codes. */
  readonly wall: Instant
  readonly crypto: CryptoProvider
  readonly files: FileStore
  newId<Noun extends string>(): Id<Noun>
  /** Commits with this transaction; runs afterwards, at least once. */
  enqueue(job: string, payload: Record<string, unknown>, options?: { startAfterSeconds?: number }): Promise<void>
  /** Runs inside the transaction, after the use case and before the commit, in order. */
  beforeCommit(step: () => Promise<void>): void
  /** Runs when the commit is done, for what lies outside the database; must not fail. */
  afterCommit(step: () => Promise<void>): void
}

export interface WorkDependencies {
  readonly kysely: Kysely<Tables>
  readonly clock: Clock
  readonly crypto: CryptoProvider
  readonly files: FileStore
  readonly enqueue: (
    db: Tx,
    job: string,
    payload: Record<string, unknown>,
    options?: { startAfterSeconds?: number },
  ) => Promise<void>
}

/** Runs `act` in one transaction in the caller's scope. A serialisation failure or deadlock is retried twice. */
export async function inWork<T>(
  deps: WorkDependencies,
  caller: Caller,
  requestId: string,
  act: (work: Work) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(deps, caller, requestId, act)
    } catch (error) {
      const code = (error as { code?: string }).code
      if ((code !== '40001' && code !== '40P01') || attempt === 3) throw error
    }
  }
}

async function once<T>(
  deps: WorkDependencies,
  caller: Caller,
  requestId: string,
  act: (work: Work) => Promise<T>,
): Promise<T> {
  const afterwards: (() => Promise<void>)[] = []
  const outcome = await deps.kysely.transaction().execute(async db => {
    await enterScope(db, caller)
    const steps: (() => Promise<void>)[] = []
    const work: Work = {
      db,
      caller,
      requestId,
      now: deps.clock.now(),
      today: deps.clock.today(),
      wall: deps.clock.wall(),
      crypto: deps.crypto,
      files: deps.files,
      newId,
      enqueue: (job, payload, options) => deps.enqueue(db, job, payload, options),
      beforeCommit: step => void steps.push(step),
      afterCommit: step => void afterwards.push(step),
    }
    const done = await settle(act(work))
    for (const step of steps) await step()
    await sql`select 1`.execute(db)
    return done
  })
  for (const step of afterwards) await step()
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.result
}

/** A kept refusal ends the use case, not the transaction. */
async function settle<T>(act: Promise<T>): Promise<{ result: T } | { refusal: Problem }> {
  try {
    return { result: await act }
  } catch (error) {
    if (isKept(error)) return { refusal: error }
    throw error
  }
}

/**
 * Goes on in the same transaction as somebody else. An applicant has no account until the code sent to their
 * phone proved right; from then on the use case acts in the county they apply to.
 */
export async function actAs(work: Work, caller: Caller): Promise<Work> {
  await enterScope(work.db, caller)
  return { ...work, caller }
}

async function enterScope(db: Tx, { scope, accountId }: Caller): Promise<void> {
  await sql`select
    set_config('doudi.areas', ${scope.areas.join(',')}, true),
    set_config('doudi.households', ${scope.households.join(',')}, true),
    set_config('doudi.admin_areas', ${scope.adminAreas.join(',')}, true),
    set_config('doudi.audit_areas', ${scope.auditAreas.join(',')}, true),
    set_config('doudi.account', ${accountId ?? ''}, true),
    set_config('role', ${scope.role}, true)`.execute(db)
}

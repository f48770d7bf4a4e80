/**
 * Who may open what lies on this phone. Two data keys: `pack` for what was taken along about families, destroyed when
 * it is too old or guessed at; `work` for what the person wrote here, which is never destroyed before it was sent and
 * opens again with the password after a new sign-in.
 */
import { type DataKey, newDataKey, newDeviceKey, ROUNDS, unwrap, type Wrapped, wrap } from '../crypto/keys.ts'
import type { FieldDatabase } from '../data/database.ts'
import { keysBelow } from '../data/sealed-store.ts'

export const MOST_TRIES = 10
export const PIN = /^\d{6}$/

export interface VaultRow {
  readonly accountId: string
  readonly login: string
  readonly device: CryptoKey
  /** Both null once wiped: only a new sign-in gives new ones. */
  readonly packByPin: Wrapped | null
  readonly workByPin: Wrapped | null
  readonly workByPassword: Wrapped
  readonly wrongTries: number
  /** Told by the server with the pack; after this moment it is destroyed. */
  readonly expiresAt: string | null
  readonly syncedAt: string | null
  /** Milliseconds by which the server's clock is ahead of this phone's. */
  readonly clockAhead: number
  readonly usedAt: number
}

export interface OpenVault {
  readonly accountId: string
  readonly pack: DataKey
  readonly work: DataKey
}

export interface SignedIn {
  readonly accountId: string
  readonly login: string
  readonly password: string
}

/** The vault used last; the one a person is asked to open. */
export async function latestVault(db: FieldDatabase): Promise<VaultRow | undefined> {
  const rows = await db.getAll('vaults')
  return rows.sort((a, b) => b.usedAt - a.usedAt)[0]
}

/** Makes a vault, or gives one whose `work` was recovered new keys and a new PIN. */
export async function makeVault(
  db: FieldDatabase,
  { accountId, login, password }: SignedIn,
  pin: string,
  { work: recovered, rounds = ROUNDS }: { work?: DataKey | undefined; rounds?: number } = {},
): Promise<OpenVault> {
  const before = await db.get('vaults', accountId)
  const device = before?.device ?? (await newDeviceKey())
  const [pack, work] = [await newDataKey(), recovered ?? (await newDataKey())]
  const row: VaultRow = {
    ...{ accountId, login, device, wrongTries: 0, expiresAt: null, syncedAt: null },
    packByPin: await wrap(device, pin, pack, rounds),
    workByPin: await wrap(device, pin, work, rounds),
    workByPassword: await wrap(device, password, work, rounds),
    clockAhead: before?.clockAhead ?? 0,
    usedAt: Date.now(),
  }
  await forgetPack(db, accountId)
  await db.put('vaults', row)
  return { accountId, pack, work }
}

export type Unlocked = { readonly open: OpenVault } | { readonly triesLeft: number }

/** The try is counted before it is made, so that closing the page does not give it back. */
export async function unlock(db: FieldDatabase, accountId: string, pin: string): Promise<Unlocked> {
  const row = await db.get('vaults', accountId)
  if (!row?.packByPin || !row.workByPin) return { triesLeft: 0 }
  const wrongTries = row.wrongTries + 1
  await db.put('vaults', { ...row, wrongTries })
  const pack = await unwrap(row.device, pin, row.packByPin)
  const work = pack && (await unwrap(row.device, pin, row.workByPin))
  if (pack && work) {
    await db.put('vaults', { ...row, wrongTries: 0, usedAt: Date.now() })
    return { open: { accountId, pack, work } }
  }
  if (wrongTries >= MOST_TRIES) await wipe(db, accountId)
  return { triesLeft: MOST_TRIES - wrongTries }
}

/** The key of unsent work, with the password of the sign-in or, after it was changed, with the old one. */
export async function recoverWork(row: VaultRow, password: string): Promise<DataKey | undefined> {
  return unwrap(row.device, password, row.workByPassword)
}

/** After a sign-in while the vault is open: from now on this password opens the unsent work too. */
export async function rememberPassword(db: FieldDatabase, { accountId, work }: OpenVault, password: string) {
  const row = await db.get('vaults', accountId)
  if (!row || (await recoverWork(row, password))) return
  const { device, workByPassword } = row
  await db.put('vaults', { ...row, workByPassword: await wrap(device, password, work, workByPassword.rounds) })
}

export async function noteSync(
  db: FieldDatabase,
  accountId: string,
  note: Pick<VaultRow, 'expiresAt' | 'syncedAt' | 'clockAhead'>,
): Promise<void> {
  const row = await db.get('vaults', accountId)
  if (row) await db.put('vaults', { ...row, ...note })
}

export function isExpired({ expiresAt, clockAhead }: VaultRow, epochMs: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= epochMs + clockAhead
}

/** Destroys the key of what was taken along, and it itself. What was written here stays sealed until it was sent. */
export async function wipe(db: FieldDatabase, accountId: string): Promise<void> {
  const row = await db.get('vaults', accountId)
  await forgetPack(db, accountId)
  if (!row) return
  if (await hasWork(db, accountId)) await db.put('vaults', { ...row, packByPin: null, workByPin: null })
  else await db.delete('vaults', accountId)
}

export const isWiped = (row: VaultRow): boolean => row.packByPin === null

/** Anything written on this phone that no server has answered for. */
export async function hasWork(db: FieldDatabase, accountId: string): Promise<boolean> {
  const rows = await db.getAllFromIndex('outbox', 'account', accountId)
  if (rows.some(({ state }) => state !== 'delivered')) return true
  return (await db.count('sealed', keysBelow(accountId, 'draft/'))) > 0
}

/** The person was told that nobody can open it any more, and chose to begin anew. */
export async function abandonWork(db: FieldDatabase, accountId: string): Promise<void> {
  for (const { id } of await db.getAllFromIndex('outbox', 'account', accountId)) await db.delete('outbox', id)
  await db.delete('sealed', keysBelow(accountId, ''))
  await db.delete('vaults', accountId)
}

async function forgetPack(db: FieldDatabase, accountId: string): Promise<void> {
  await db.delete('sealed', keysBelow(accountId, 'pack/'))
}

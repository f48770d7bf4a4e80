/**
 * Codes sent to a phone: six digits, bound to phone, purpose and request; five minutes, five tries, used once. The
 * same answer whether the phone is known here or not.
 */
import { randomInt, timingSafeEqual } from 'node:crypto'
import { fill, invalid, isMobile, type PhoneNumber } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { keptRefusal } from '#platform/kept-refusal.ts'
import { phoneIndex } from './account.ts'
import { textsZh } from './messages.zh-CN.ts'
import { later, minutes, secondsBetween } from './moments.ts'
import { problems } from './problems.ts'
import { sendText } from './send-text.ts'
import {
  type CodePurpose,
  codeForUpdate,
  countCodeTry,
  insertCode,
  markCodeUsed,
  queueUp,
  recentCodes,
} from './sessions.sql.ts'

export const CODE_LASTS = minutes(5)
const MOST_TRIES = 5
/** So many codes of one purpose go to one phone in a quarter of an hour. */
const MOST_CODES = 5
const WINDOW = minutes(15)

export interface CodeRequest {
  readonly phone: PhoneNumber
  readonly purpose: CodePurpose
}

export async function sendCode(work: Work, { phone, purpose }: CodeRequest): Promise<{ codeId: string }> {
  if (!isMobile(phone))
    throw invalid([{ in: 'body', pointer: '/phone', code: 'phone.mobile-length', details: { expected: 11 } }])
  const phoneKey = phoneIndex(work, phone)
  await refuseFlood(work, phoneKey, purpose)
  const id = work.newId<'code'>()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = later(work.wall, CODE_LASTS)
  await insertCode(work.db, { id, phoneIndex: phoneKey, purpose, codeHash: hashOf(work, id, code), expiresAt })
  await sendText(work, phone, fill(textsZh[`code.${purpose}`], { code }))
  return { codeId: id }
}

async function refuseFlood(work: Work, phoneKey: Buffer, purpose: CodePurpose): Promise<void> {
  await queueUp(work.db, `identity.code/${phoneKey.toString('hex')}`)
  const recent = await recentCodes(work.db, phoneKey, purpose, later(work.wall, CODE_LASTS - WINDOW))
  const oldest = recent.at(-MOST_CODES)
  if (oldest === undefined) return
  const wait = Math.ceil(WINDOW - CODE_LASTS + secondsBetween(work.wall, oldest))
  throw problems.of('identity.too-many-codes', { retryAfterSeconds: Math.max(1, wait) })
}

export interface ProvenPhone {
  /** Equality key of the phone the code went to. */
  readonly phoneIndex: Uint8Array
}

/**
 * Uses a code up, or refuses. Give `phone` wherever the caller names one: the code must have gone to it. A wrong code
 * is a kept refusal, so call this before anything is written.
 */
export async function verifyCode(
  work: Work,
  codeId: string,
  code: string,
  purpose: CodePurpose,
  phone?: string,
): Promise<ProvenPhone> {
  const row = await codeForUpdate(work.db, codeId)
  const usable = row && row.purpose === purpose && row.usedAt === null && work.wall < row.expiresAt
  if (!usable || row.tries >= MOST_TRIES) throw problems.of('identity.code-over')
  if (phone !== undefined && !phoneIndex(work, phone).equals(row.phoneIndex)) throw problems.of('identity.code-over')
  if (!timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(hashOf(work, codeId, code)))) {
    await countCodeTry(work.db, codeId)
    throw keptRefusal(problems.of('identity.code-wrong', { triesLeft: MOST_TRIES - row.tries - 1 }))
  }
  await markCodeUsed(work.db, codeId, work.wall)
  return { phoneIndex: row.phoneIndex }
}

/** Keyed and bound to the request: a copy of the table does not give the code away. */
const hashOf = (work: Work, codeId: string, code: string) => work.crypto.mac(`identity.code/${codeId}/${code}`)

/**
 * What carries a sign-in from the first step to the second: sealed, five minutes long, bound to what the first step
 * proved. A password set in between makes it worthless. When an account is being activated it also carries what will
 * be set once the second factor has been shown.
 */
import type { Instant } from '@doudi/kernel'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Work } from '#platform/database/work.ts'
import type { AccountRow } from './accounts.sql.ts'
import { later, minutes } from './moments.ts'
import { problems } from './problems.ts'

export interface Activation {
  readonly verifier: string
  /** A secret to enrol; null when the account keeps its second factor. */
  readonly totpSecret: string | null
}

export interface Ticket {
  readonly accountId: string
  readonly expiresAt: Instant
  readonly boundTo: string
  readonly activation: Activation | null
}

const BIND = 'identity.ticket'
const LASTS = minutes(5)

export function issueTicket(work: Work, account: AccountRow, activation: Activation | null = null): string {
  const ticket: Ticket = {
    accountId: account.id,
    expiresAt: later(work.wall, LASTS),
    boundTo: bindingOf(work.crypto, account, activation),
    activation,
  }
  return work.crypto.seal(JSON.stringify(ticket), BIND).toString('base64url')
}

export function openTicket(work: Work, text: string): Ticket {
  const ticket = unseal(work.crypto, text)
  if (!ticket || work.wall >= ticket.expiresAt) throw problems.of('identity.ticket-over')
  return ticket
}

/** What the first step proved is still so. */
export function isStillBound(work: Work, ticket: Ticket, account: AccountRow): boolean {
  return ticket.boundTo === bindingOf(work.crypto, account, ticket.activation)
}

function bindingOf(crypto: CryptoProvider, account: AccountRow, activation: Activation | null): string {
  const proof = activation ? account.activationHash : account.passwordVerifier
  return crypto.digest(`${account.id}/${proof ?? ''}`)
}

function unseal(crypto: CryptoProvider, text: string): Ticket | undefined {
  try {
    return JSON.parse(crypto.open(Buffer.from(text, 'base64url'), BIND)) as Ticket
  } catch {
    return undefined
  }
}

/**
 * The second factor of staff: six digits from a secret (TOTP, RFC 6238), 30 seconds each, one step of tolerance either
 * way. Which step a code belongs to is returned so that it can be used up: each step counts once for an account.
 */
import { epochMsOf, type Instant } from '@doudi/kernel'
import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
const issuer = '兜底'

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The step a code belongs to, or null when it is wrong. */
export function stepOf(secret: string, code: string, wall: Instant): bigint | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: epochMsOf(wall), window: 1 })
  return delta === null ? null : BigInt(Math.floor(epochMsOf(wall) / 1000 / PERIOD) + delta)
}

/** The code an authenticator shows at that moment. For the demo's page and for tests. */
export function codeAt(secret: string, wall: Instant): string {
  return totp(secret, '').generate({ timestamp: epochMsOf(wall) })
}

/** The `otpauth://` address an authenticator app reads from a QR code. */
export function enrolmentUri(secret: string, login: string): string {
  return totp(secret, login).toString()
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD, algorithm: 'SHA1' })
}

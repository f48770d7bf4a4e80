/** A coordinator who was invited, chose a password and has an authenticator; and a family that waits for a visit. */
import { createHmac, randomUUID } from 'node:crypto'
import { type County, identityNumberFor, type TestHouse } from '@doudi/testkit'

const PASSWORD = 'Harvest-Lantern-58'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238 with the secret of an `otpauth://` address. */
function codeAt(secret: string, epochMs: number): string {
  const bits = Array.from(secret, letter => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(epochMs / 30_000)))
  const mac = createHmac('sha1', key).update(step).digest()
  const at = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export interface Coordinator {
  readonly accountId: string
  readonly login: string
  readonly password: string
  /** The next code; each counts once, so real time goes on by one step. */
  code(): string
}

export async function hireCoordinator(house: TestHouse, county: County): Promise<Coordinator> {
  const village = county.towns[0]?.villages[0]?.code ?? ''
  const login = `yard-${randomUUID().slice(0, 8)}`
  const [first, second] = [county.as('security-admin'), county.as('security-admin', { nth: 1 })]
  const account = { login, name: '蒋雯', division: village, identityNumber: identityNumberFor('1964-05-18', 'female') }
  const { id, activationCode } = await first.ok.post('/accounts', account)
  const grant = await first.ok.post(`/accounts/${id}/grants`, {
    ...{ role: 'coordinator', division: village, validFrom: '2026-03-02' },
  })
  await second.ok.post(`/grants/${grant.id}/release`)
  const activation = { login, activationCode, password: PASSWORD }
  const { ticket, enrolmentUri } = await house.public.ok.post('/session/activation', activation)
  const secret = new URL(enrolmentUri).searchParams.get('secret') ?? ''
  const code = () => {
    house.clock.moveWall(new Date(Date.parse(house.clock.wall()) + 30_000).toISOString())
    return codeAt(secret, Date.parse(house.clock.wall()))
  }
  await house.public.ok.post('/session/second-factor', { ticket, code: code() })
  return { accountId: id, login, password: PASSWORD, code }
}

export async function visitFor(county: County, { accountId }: Coordinator) {
  const { caseId, application } = await county.apply()
  const town = county.as('town-assistant')
  const { version } = await town.ok.get(`/cases/${caseId}`)
  const accepted = await town.ok.post(`/cases/${caseId}/accept`, { version })
  const visit = await town.ok.post(`/cases/${caseId}/visits`, {
    ...{ plannedFor: '2026-03-04', surveyors: [await town.accountId(), accountId], version: accepted.version },
  })
  return { caseId, town, visitId: visit.id as string, name: application.applicant.name }
}

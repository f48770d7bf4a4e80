/** Signing and withdrawing the authorisation. The signed text is kept by version and hash beside each signature. */
import { businessDate, type Instant } from '@doudi/kernel'
import { searchKey } from '@doudi/kernel/search-keys'
import { type CaseMember, type CaseRow, circumstancesOf, loadCase } from '#modules/casework/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { type ConsentMethod, consentState } from './consent.ts'
import { currentConsentText, validTo } from './consent-text.ts'
import { problems } from './problems.ts'
import { type ConsentRow, consentById, consentsOfCase, endConsent, insertConsent } from './verification.sql.ts'

export interface Signature {
  readonly personId: string
  readonly method: ConsentMethod
  readonly signedName: string
  readonly signatureDocumentId?: string | undefined
  readonly witness?: string | undefined
}

/** Somebody signs; an earlier authorisation of the same person is replaced. */
export async function giveConsent(work: Work, caseId: string, signature: Signature): Promise<ConsentRow> {
  const row = await loadCase(work, caseId)
  refuseWrongSigner(row, signature)
  const standing = (await consentsOfCase(work, caseId)).filter(
    consent => consent.person_id === signature.personId && consent.withdrawn_at === null,
  )
  for (const consent of standing) await endConsent(work, consent.id)
  return addConsent(work, row, signature, work.now)
}

function refuseWrongSigner({ state }: CaseRow, { personId, method, signedName }: Signature): void {
  const member = state.members.find(one => one.personId === personId)
  if (!member) throw problems.of('verification.not-a-member')
  if (member.adult === (method === 'guardian')) throw problems.of('verification.guardian-signs')
  const mayBe = member.adult ? [member] : state.members.filter(({ adult }) => adult)
  if (!mayBe.some(({ name }) => searchKey(name) === searchKey(signedName))) {
    throw problems.of('verification.signed-name-differs')
  }
}

async function addConsent(work: Work, row: CaseRow, signature: Signature, signedAt: Instant): Promise<ConsentRow> {
  const text = currentConsentText()
  const { procedure } = await circumstancesOf(work, row)
  const consent: ConsentRow = {
    county: row.county,
    id: work.newId<'consent'>(),
    division: row.division,
    household_id: row.household_id,
    case_id: row.id,
    person_id: signature.personId,
    text_version: text.version,
    text_hash: work.crypto.digest(text.text),
    sources: procedure.verification.items.map(({ id }) => id),
    method: signature.method,
    signed_name: signature.signedName,
    signature_document_id: signature.signatureDocumentId ?? null,
    witness: signature.witness ?? null,
    signed_at: signedAt,
    valid_to: validTo(text, businessDate(signedAt)),
    withdrawn_at: null,
  }
  await insertConsent(work, consent)
  record(work, {
    act: 'verification.consent-given',
    division: row.division,
    householdId: row.household_id,
    caseId: row.id,
    body: { consentId: consent.id, personId: consent.person_id, method: consent.method, textVersion: text.version },
  })
  return consent
}

/**
 * Takes over the signatures that came with the application. Whoever signed did so for the children in their care too,
 * as the text says. Repeating it adds nothing: only people without any authorisation on record are looked at.
 */
export async function recordConsentsOfCase(work: Work, row: CaseRow): Promise<void> {
  const known = new Set((await consentsOfCase(work, row.id)).map(({ person_id }) => person_id))
  const signedAt = work.now
  for (const signature of signaturesOf(row.state.members, row.state.consents)) {
    if (!known.has(signature.personId)) await addConsent(work, row, signature, signedAt)
  }
}

function signaturesOf(members: readonly CaseMember[], given: readonly Signature[]): Signature[] {
  const adults = given.filter(({ personId }) => members.some(member => member.adult && member.personId === personId))
  const guardian = adults[0]
  if (!guardian) return []
  const children = members.filter(({ adult }) => !adult)
  return [
    ...adults,
    ...children.map(({ personId }) => ({
      personId,
      method: 'guardian' as const,
      signedName: given.find(one => one.personId === personId)?.signedName ?? guardian.signedName,
    })),
  ]
}

/** From this moment nothing more is asked about the person; what was answered before stays. */
export async function withdrawConsent(work: Work, consentId: string, reason: string | null): Promise<ConsentRow> {
  const consent = await consentById(work, consentId)
  if (!consent) throw platformProblems.of('access.out-of-area')
  if (consentState(consent, work.today) === 'withdrawn') throw problems.of('verification.consent-ended')
  await endConsent(work, consentId)
  record(work, {
    act: 'verification.consent-withdrawn',
    division: consent.division,
    householdId: consent.household_id,
    caseId: consent.case_id,
    body: { consentId, personId: consent.person_id },
    reason,
  })
  return { ...consent, withdrawn_at: work.now }
}

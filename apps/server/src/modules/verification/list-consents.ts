/** Who signed what, until when, and for whom something is still missing. */
import { type CaseRow, loadCase } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { consentState } from './consent.ts'
import { currentConsentText } from './consent-text.ts'
import type { Consents } from './contract.ts'
import { type ConsentRow, consentsOfCase } from './verification.sql.ts'

export async function listConsents(work: Work, caseId: string): Promise<Consents> {
  const row = await loadCase(work, caseId)
  const items = (await consentsOfCase(work, caseId)).map(consent => consentView(work, row, consent))
  const { version, text } = currentConsentText()
  const signed = new Set(items.filter(({ status }) => status === 'valid').map(({ personId }) => personId))
  return {
    items,
    next: null,
    text: { version, text },
    missing: row.state.members
      .filter(({ personId }) => !signed.has(personId))
      .map(({ personId, name, adult }) => ({ personId, personName: name, adult })),
  }
}

export function consentView(work: Work, { state }: CaseRow, consent: ConsentRow): Consents['items'][number] {
  return {
    id: consent.id,
    personId: consent.person_id,
    personName: state.members.find(({ personId }) => personId === consent.person_id)?.name ?? '',
    method: consent.method,
    signedName: consent.signed_name,
    textVersion: consent.text_version,
    sources: [...consent.sources],
    signedAt: consent.signed_at,
    validTo: consent.valid_to,
    withdrawnAt: consent.withdrawn_at,
    status: consentState(consent, work.today),
  }
}

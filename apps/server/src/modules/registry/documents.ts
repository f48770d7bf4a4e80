/**
 * Papers and photos of a household. Names of files are never used: a document is its bytes, found by their digest in
 * the file store, sealed there, and read back only through its row.
 */
import type { Id, Instant } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { acceptImage } from './accept-image.ts'
import { acceptPdf } from './accept-pdf.ts'
import { refuseForeignCase } from './case-directory.ts'
import { type DocumentRow, findDocument, findDocumentsOfCase, insertDocument } from './document.sql.ts'
import { personRow } from './find-person.ts'
import { problems } from './problems.ts'
import { householdOf } from './read-household.ts'

export const PDF = 'application/pdf'
export const documentMediaTypes = ['image/jpeg', 'image/png', 'image/webp', PDF]
export const MAX_DOCUMENT_BYTES = 8_000_000

export interface NewDocument {
  readonly householdId: string
  readonly caseId?: string | null | undefined
  readonly personId?: string | null | undefined
  readonly kind: string
  /** SM3 or SHA-256 (hex) that the phone took when it took the photo, and when. */
  readonly capturedDigest?: string | null | undefined
  readonly capturedAt?: Instant | null | undefined
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface AddedDocument {
  readonly documentId: Id<'document'>
  /** SM3 of what is stored. */
  readonly digest: string
}

/** Makes the bytes safe, stores them and notes it on the line. */
export async function addDocument(work: Work, document: NewDocument): Promise<AddedDocument> {
  const household = await householdOf(work, document.householdId)
  if (document.personId) await refuseStranger(work, document.personId, household.id)
  await refuseForeignCase(work, household.id, document.caseId ?? null)
  const safe = await accept(document)
  const digest = await work.files.put(safe)
  const id = work.newId<'document'>()
  const received = work.crypto.digest(document.bytes)
  await insertDocument(work, {
    ...{ county: household.county, id, division: household.division, household_id: household.id },
    ...{ case_id: document.caseId ?? null, person_id: document.personId ?? null, kind: document.kind },
    ...{ digest, received_digest: received, captured_digest: document.capturedDigest ?? null },
    ...{ captured_at: document.capturedAt ?? null, media_type: document.mediaType, bytes: BigInt(safe.length) },
    ...{ added_at: work.now, added_by: work.caller.accountId },
  })
  record(work, {
    act: 'document.added',
    ...{ division: household.division, householdId: household.id, caseId: document.caseId ?? null },
    body: { documentId: id, kind: document.kind, digest, receivedDigest: received },
  })
  return { documentId: id, digest }
}

async function accept({ bytes, mediaType }: NewDocument): Promise<Buffer> {
  if (bytes.length === 0) throw problems.of('document.empty')
  return mediaType === PDF ? acceptPdf(bytes) : acceptImage(bytes, mediaType)
}

async function refuseStranger(work: Work, personId: string, householdId: string): Promise<void> {
  if ((await personRow(work, personId)).household_id !== householdId) throw problems.of('registry.not-a-member')
}

/** The document with its bytes; opening it is an act, because papers carry class-A values. */
export async function readDocument(work: Work, documentId: string): Promise<DocumentRow & { content: Buffer }> {
  const row = await findDocument(work, documentId)
  if (!row) throw platformProblems.of('access.out-of-area')
  record(work, {
    act: 'document.read',
    ...{ division: row.division, householdId: row.household_id, caseId: row.case_id },
    body: { documentId, kind: row.kind },
  })
  return { ...row, content: await work.files.get(row.digest) }
}

export interface CaseDocument {
  readonly id: string
  readonly kind: string
  readonly personId: string | null
  readonly mediaType: string
  readonly digest: string
  readonly addedAt: string
}

export async function documentsOfCase(work: Work, caseId: string): Promise<CaseDocument[]> {
  const rows = await findDocumentsOfCase(work, caseId)
  return rows.map(row => ({
    ...{
      id: row.id,
      kind: row.kind,
      personId: row.person_id,
      mediaType: row.media_type,
      digest: row.digest,
      addedAt: row.added_at,
    },
  }))
}

/** Asks once for everything that is missing, and notes that it was brought. */
import { textHousehold } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import { recordAct } from './record-act.ts'
import { sendLetter } from './send-letter.ts'
import { correctionText } from './texts.ts'

export interface Correction {
  readonly version: number
  readonly missing: readonly string[]
  readonly note?: string | undefined
}

export async function requestCorrection(
  work: Work,
  caseId: string,
  { version, missing, note }: Correction,
): Promise<CaseRow> {
  const body = { missing: [...new Set(missing)], note: note ?? null }
  const after = await recordAct(work, caseId, { type: 'case.correction-requested', body, expectedVersion: version })
  await sendLetter(work, after, 'correction')
  await textHousehold(work, after.household_id, correctionText(after))
  return after
}

export function completeCorrection(work: Work, caseId: string, version: number): Promise<CaseRow> {
  return recordAct(work, caseId, { type: 'case.completed', body: {}, expectedVersion: version })
}

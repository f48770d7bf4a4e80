/** Hands out the file that was made when the batch was sent: the same bytes for ever. Whoever fetches it is recorded. */
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Reply } from '#platform/http/route.ts'
import type { BankFileFormat } from './bank-file.ts'
import { divisionOfCounty, findBatch } from './find-batch.ts'
import { problems } from './problems.ts'

export async function fetchBankFile(work: Work, id: string, format: BankFileFormat): Promise<Reply> {
  const batch = await findBatch(work, id)
  const digest = format === 'csv' ? batch.csvDigest : batch.fixedDigest
  if (!digest) throw problems.of('payments.file-not-made', { status: batch.status })
  record(work, {
    act: 'batch.file-fetched',
    division: divisionOfCounty(batch.county),
    body: { batchId: id, number: batch.number, format, digest },
  })
  return {
    bytes: await work.files.get(digest),
    mediaType: 'text/plain; charset=utf-8',
    fileName: `${batch.number}.${format === 'csv' ? 'csv' : 'txt'}`,
  }
}

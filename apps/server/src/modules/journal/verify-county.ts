/** Verifies the chains as they lie in the database, a page at a time, against their ends and checkpoints. */
import type { Work } from '#platform/database/work.ts'
import type { Checkpoint } from './checkpoint.ts'
import { chainEnd, checkpointsOf, countiesWithLine, entriesOf } from './journal.sql.ts'
import { type Verdict, verifyChain } from './verify-chain.ts'

export interface CountyVerdict extends Verdict {
  readonly county: string
}

/** `copies` are checkpoints that somebody else kept: they also show a line whose own checkpoints were taken away. */
export async function verifyCounty(
  work: Work,
  county: string,
  copies: readonly Checkpoint[] = [],
): Promise<CountyVerdict> {
  const head = await chainEnd(work, county)
  const checkpoints = [...(await checkpointsOf(work, county)), ...copies.filter(copy => copy.county === county)]
  const entries = entriesOf(work, county)
  const verdict = await verifyChain({ entries, head, checkpoints }, work.crypto.digest, text => work.crypto.mac(text))
  return { county, ...verdict }
}

/** Every county that this unit of work may see; counties known only from a copy are asked for too. */
export async function verifyCounties(work: Work, copies: readonly Checkpoint[] = []): Promise<CountyVerdict[]> {
  const counties = new Set([...(await countiesWithLine(work)), ...copies.map(copy => copy.county)])
  const verdicts: CountyVerdict[] = []
  for (const county of [...counties].sort()) verdicts.push(await verifyCounty(work, county, copies))
  return verdicts
}

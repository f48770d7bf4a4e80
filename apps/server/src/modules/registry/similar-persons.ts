/**
 * People who may be one person entered twice: the same name, and an identity number that differs in one or two digits
 * or the same day of birth. A hint for somebody to look, never a reason to refuse.
 */
import { type IdentityNumber, revealIdentityNumber } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { personRow } from './find-person.ts'
import { findNamedAlike } from './person.sql.ts'
import { type MaskedPerson, masked, openIdentity } from './person.ts'

export interface SimilarPerson extends MaskedPerson {
  readonly householdId: string
  readonly division: string
  readonly because: 'identity-number' | 'birth-date'
}

export async function similarPersons(work: Work, personId: string): Promise<SimilarPerson[]> {
  const person = await personRow(work, personId)
  const own = openIdentity(person, work.crypto)
  const candidates = await findNamedAlike(work, person)
  return candidates.flatMap(candidate => {
    const because = alike(own, openIdentity(candidate, work.crypto))
      ? 'identity-number'
      : person.born_on !== null && person.born_on === candidate.born_on
        ? 'birth-date'
        : null
    if (!because) return []
    return [
      {
        ...masked(candidate, work.today, work.crypto),
        householdId: candidate.household_id,
        division: candidate.division,
        because,
      },
    ]
  })
}

/** At most two characters differ, not counting the check character, which differs whenever another does. */
export function alike(a: IdentityNumber | null, b: IdentityNumber | null): boolean {
  if (!a || !b) return false
  const [left, right] = [revealIdentityNumber(a), revealIdentityNumber(b)]
  let differing = 0
  for (let i = 0; i < 17; i++) if (left[i] !== right[i]) differing++
  return differing <= 2
}

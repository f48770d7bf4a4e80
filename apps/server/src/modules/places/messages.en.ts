/** What people read when the places module says no, in English. */
import type { PlacesProblem } from './problems.ts'

export const messagesEn: Readonly<Record<PlacesProblem, string>> = {
  'places.unknown-division': 'We did not find this place; please check the division code',
  'places.division-exists': 'This division code is already in use',
  'places.code-does-not-fit': 'The code does not fit its level or the division above it; please look again',
  'places.no-pack': 'No policy has been chosen for this place yet; the system administrator sets it',
  'places.not-a-town': 'The decision can only be delegated to a town or street',
  'places.delegation-overlaps': 'This town already holds a delegation in part of that time',
  'places.period-backwards': 'The period ends before it begins; please look again',
}

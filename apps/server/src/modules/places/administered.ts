/** Whoever keeps divisions, calendars, accounts or roles does so inside the area they administer. */
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'

export function refuseUnadministered({ caller }: Work, division: string): void {
  const inside = caller.scope.adminAreas.some(area => area === '*' || division.startsWith(area))
  if (!inside) throw platformProblems.of('access.out-of-area')
}

/** Money arrives: opens or widens a budget, and says in the ledger which level gave how much. */
import { fromWire } from '@doudi/kernel'
import type { z } from 'zod'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { budgetOnWire } from './budget.ts'
import type { allocation, budget } from './contract.ts'
import { countyOfCaller } from './county-of-caller.ts'
import { allocationLines } from './entry.ts'
import { widenBudget } from './funds.sql.ts'
import { post } from './ledger.ts'
import { problems } from './problems.ts'

export async function allocate(work: Work, given: z.infer<typeof allocation>): Promise<z.infer<typeof budget>> {
  const amount = fromWire(given.amountFen)
  if (amount === 0n) throw problems.of('funds.nothing-allocated')
  const shares = given.shares ?? { county: 1 }
  if (!Object.values(shares).some(share => (share ?? 0) > 0)) throw problems.of('funds.no-shares')
  const county = countyOfCaller(work)
  const { programme, fundLine, year } = given
  const row = await widenBudget(work, { county, programme, fundLine, year, amount })
  const causeId = work.newId<'allocation'>()
  const memo = `${programme} ${year} ${fundLine}`
  await post(work, {
    county,
    programme,
    fundLine,
    kind: 'allocation',
    causeId,
    memo,
    lines: allocationLines(amount, shares),
  })
  record(work, {
    act: 'budget.allocated',
    division: `${county}000000`,
    body: { allocationId: causeId, budgetId: row.id, programme, fundLine, year, amountFen: given.amountFen, shares },
  })
  return budgetOnWire(row)
}

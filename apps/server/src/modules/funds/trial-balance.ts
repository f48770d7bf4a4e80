/** The trial balance: every account's two sides, and whether all debits equal all credits. */
import { fen, toWire } from '@doudi/kernel'
import type { z } from 'zod'
import type { Work } from '#platform/database/work.ts'
import type { trialBalance as shape } from './contract.ts'
import { selectBalances } from './funds.sql.ts'

export async function trialBalance({ db, today }: Work, county?: string): Promise<z.infer<typeof shape>> {
  const rows = await selectBalances(db, county)
  const debit = rows.reduce((sum, row) => sum + row.debit_fen, 0n)
  const credit = rows.reduce((sum, row) => sum + row.credit_fen, 0n)
  return {
    asOf: today,
    items: rows.map(row => ({
      account: row.code,
      programme: row.programme,
      fundLine: row.fund_line,
      debitFen: toWire(fen(row.debit_fen)),
      creditFen: toWire(fen(row.credit_fen)),
      balanceFen: toWire(fen(row.debit_fen - row.credit_fen)),
    })),
    debitFen: toWire(fen(debit)),
    creditFen: toWire(fen(credit)),
    balanced: debit === credit,
  }
}

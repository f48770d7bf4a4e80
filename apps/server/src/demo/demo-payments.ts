/** Money in the demo: a budget for each county, and each month's batch prepared, released by a second person, sent, answered. */
import { addMonthsToMonth, type CalendarDate, monthOf } from '@doudi/kernel'
import type { Desk, Reply } from './desk.ts'

type OpenDesk = (login: string) => Promise<Desk>

const cities = ['jn', 'cz'] as const
const FUND_LINE = '示例：困难群众救助补助资金'

export async function fundAreas(desk: OpenDesk, today: CalendarDate): Promise<void> {
  for (const city of cities) {
    const finance = await desk(`${city}-finance-1`)
    for (const year of new Set([Number(today.slice(0, 4)), Number(addMonthsToMonth(monthOf(today), -3).slice(0, 4))])) {
      await finance.post('/budgets', {
        programme: 'dibao',
        fundLine: FUND_LINE,
        year,
        amountFen: 60_000_000,
        shares: { central: 50, province: 20, city: 10, county: 20 },
      })
    }
  }
}

/** On the 6th the month is prepared, on the 8th released and sent, on the 11th the bank answers; the last month is left open. */
export async function payMonths(desk: OpenDesk, today: CalendarDate, last: CalendarDate): Promise<void> {
  const day = today.slice(8)
  for (const city of cities) {
    const [maker, checker] = [await desk(`${city}-finance-1`), await desk(`${city}-finance-2`)]
    const month = monthOf(today)
    const finished = month < monthOf(last)
    if (day === '06' || (today === last && Number(day) > 6 && !(await batchOf(maker, month))))
      await prepare(maker, month, today)
    if (day === '08' && finished) await release(checker, month)
    if (day === '11' && finished) await answer(checker, month)
  }
}

async function batchOf(desk: Desk, month: string): Promise<Reply | undefined> {
  const { items } = await desk.get(`/batches?month=${month}`)
  return items[0]
}

async function prepare(maker: Desk, month: string, today: CalendarDate): Promise<void> {
  const { items } = await maker.get('/budgets')
  const budget = items.find((one: Reply) => one.year === Number(today.slice(0, 4)))
  // A month in which nobody is entitled yet has no batch.
  await maker.tryPost('/batches', { programme: 'dibao', month, budgetId: budget.id })
}

async function release(checker: Desk, month: string): Promise<void> {
  const batch = await batchOf(checker, month)
  if (batch?.status !== 'reserved') return
  await checker.post(`/batches/${batch.id}/release`, { totalFen: batch.totalFen })
  await checker.post(`/batches/${batch.id}/send`)
}

/** The bank pays everybody but every seventeenth line, whose account is closed. */
async function answer(checker: Desk, month: string): Promise<void> {
  const batch = await batchOf(checker, month)
  if (batch?.status !== 'sent') return
  const { items } = await checker.get(`/batches/${batch.id}/lines?limit=200`)
  const rows = items.map((line: Reply) =>
    line.lineNo % 17 === 0 ? `R|${line.lineNo}|F|E03 账户已销户` : `R|${line.lineNo}|S|`,
  )
  const total = items.reduce((sum: number, line: Reply) => sum + line.amountFen, 0)
  const file = [`H|${batch.number}`, ...rows, `T|${rows.length}|${total}`].map(row => `${row}\n`).join('')
  await checker.upload(`/batches/${batch.id}/return-file`, file, 'text/plain')
}

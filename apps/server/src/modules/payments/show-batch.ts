/** A batch as people see it: who made it, how far it is, what they may do, and what changed against last month. */
import { type Fen, fen, type Month, previousMonth, toWire } from '@doudi/kernel'
import type { z } from 'zod'
import { displayNameOf } from '#modules/identity/index.ts'
import { type AccountWarning, accountWarnings } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Batch } from './batch.sql.ts'
import { type BatchAct, batchActs, whyNot } from './batch.ts'
import { type batchDetail, type batch as batchShape, LISTED, type line as lineShape } from './contract.ts'
import { accountsPaidOn, type Line, selectLeftOut, selectMonth, type Tally, tallies } from './line.sql.ts'
import { type LeftOutReason, whyNotReissue } from './line.ts'
import { type Change, type MonthDiff, type MonthLine, monthDiff, movedBy } from './month-diff.ts'
import { selectReturnFiles } from './return-file.sql.ts'

type BatchOnWire = z.infer<typeof batchShape>
type LineOnWire = z.infer<typeof lineShape>
type Detail = z.infer<typeof batchDetail>

export async function showBatches(work: Work, batches: readonly Batch[]): Promise<BatchOnWire[]> {
  const all = Map.groupBy(
    await tallies(
      work.db,
      batches.map(batch => batch.id),
    ),
    tally => tally.batchId,
  )
  const shown: BatchOnWire[] = []
  for (const batch of batches) shown.push(await onWire(work, batch, all.get(batch.id) ?? []))
  return shown
}

export async function showBatch(work: Work, batch: Batch): Promise<Detail> {
  const diff = await diffOf(work, batch)
  return {
    ...(await onWire(work, batch, await tallies(work.db, [batch.id]))),
    diff: {
      new: changesOnWire(diff.new),
      stopped: changesOnWire(diff.stopped),
      changed: changesOnWire(diff.changed),
      held: changesOnWire(diff.held),
    },
    returnFiles: await selectReturnFiles(work.db, batch),
  }
}

export async function showLine(work: Work, line: Line): Promise<LineOnWire> {
  return lineOnWire(line, (await warningsFor(work, line.county, [line])).get(line.bankAccountId))
}

export async function showLines(work: Work, { county }: Batch, lines: readonly Line[]): Promise<LineOnWire[]> {
  const warnings = await warningsFor(work, county, lines)
  return lines.map(line => lineOnWire(line, warnings.get(line.bankAccountId)))
}

function lineOnWire(all: Line, warnings: readonly AccountWarning[] = []): LineOnWire {
  const { county: _, programme: __, bankAccountId: ___, ...line } = all
  return { ...line, amountFen: toWire(line.amountFen), warnings, can: { reissue: whyNotReissue(line) } }
}

/** A changed account is worth a look until money has once arrived there. */
async function warningsFor(work: Work, county: string, lines: readonly Line[]) {
  const open = lines.filter(({ status }) => status === 'reserved').map(line => line.bankAccountId)
  const found = await accountWarnings(work, county, open)
  const proven = await accountsPaidOn(work.db, county, [...found.keys()])
  return new Map(
    [...found].map(([id, warnings]) => [
      id,
      warnings.filter(warning => warning !== 'account-changed' || !proven.has(id)),
    ]),
  )
}

async function onWire(work: Work, batch: Batch, tally: readonly Tally[]): Promise<BatchOnWire> {
  const {
    csvDigest: _,
    fixedDigest: __,
    county: ___,
    madeBy,
    madeAt,
    releasedBy,
    releasedAt,
    totalFen,
    ...rest
  } = batch
  const released = releasedBy && releasedAt ? { accountId: releasedBy, at: releasedAt } : null
  const sum = (...statuses: string[]) => {
    const found = tally.filter(({ status }) => statuses.includes(status))
    const money = found.reduce((total, one) => total + one.fen, 0n)
    return { count: found.reduce((total, one) => total + one.count, 0), fen: toWire(fen(money)) }
  }
  const { accountId } = work.caller
  const can = Object.fromEntries(batchActs.map(act => [act, whyNot(act, batch, accountId)]))
  return {
    ...rest,
    totalFen: toWire(totalFen),
    made: { accountId: madeBy, name: await displayNameOf(work, madeBy), at: madeAt },
    released: released && { ...released, name: await displayNameOf(work, released.accountId) },
    lines: { open: sum('reserved', 'sent'), settled: sum('settled'), returned: sum('returned'), held: sum('held') },
    can: can as Record<BatchAct, string | null>,
  }
}

async function diffOf({ db }: Work, batch: Batch): Promise<MonthDiff> {
  const { county, programme, month } = batch
  const previous = await selectMonth(db, { county, programme, month: previousMonth(month as Month) })
  const current = await selectMonth(db, { county, programme, month })
  const leftOut = await selectLeftOut(db, batch)
  const elsewhere = current.filter(line => line.batchId !== batch.id).map(line => line.awardId)
  return monthDiff(
    previous.map(asMonthLine),
    current.filter(line => line.batchId === batch.id).map(asMonthLine),
    leftOut.map(row => ({
      awardId: row.award_id,
      householdId: row.household_id,
      name: row.name,
      amountFen: row.amount_fen as Fen,
      reason: row.reason,
    })),
    new Set(elsewhere),
  )
}

function asMonthLine({ awardId, householdId, payeeName, amountFen }: Line): MonthLine {
  return { awardId, householdId, name: payeeName, amountFen }
}

function changesOnWire(changes: readonly (Change & { reason?: LeftOutReason })[]): Detail['diff']['new'] {
  return {
    count: changes.length,
    movedFen: toWire(movedBy(changes)),
    items: changes
      .slice(0, LISTED)
      .map(change => ({ ...change, beforeFen: toWire(change.beforeFen), nowFen: toWire(change.nowFen) })),
  }
}

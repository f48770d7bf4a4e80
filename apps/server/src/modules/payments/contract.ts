/** Shapes of the payments module on the wire. */
import { z } from 'zod'
import { accountWarningKinds } from '#modules/registry/index.ts'
import { fen, id, month, page, pageById, reason } from '#platform/http/shapes.ts'
import { quarantineReasons } from './apply-return.ts'
import { bankFileFormats } from './bank-file.ts'
import { batchActs, batchStatuses } from './batch.ts'
import { leftOutReasons, lineStatuses } from './line.ts'

const programme = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)
/** Null, or the code that says why not. */
const whyNot = z.string().nullable()

export const prepare = z.strictObject({ programme, month, budgetId: id })
/** The total on the releaser's screen; a batch that changed since is not released. */
export const release = z.strictObject({ totalFen: fen.optional() }).optional()
export const why = z.strictObject({ reason: reason.optional() }).optional()
export const reissue = z.strictObject({ bankAccountId: id.optional() }).optional()
export const params = z.object({ id })
export const fileQuery = z.object({ format: z.enum(bankFileFormats).default('csv') })
export const batchesQuery = pageById.extend({ month: month.optional(), status: z.enum(batchStatuses).optional() })
export const linesQuery = page.extend({
  after: z
    .string()
    .regex(/^\d{1,8}$/)
    .optional(),
  status: z.enum(lineStatuses).optional(),
})

const person = z.object({ accountId: id, name: z.string(), at: z.string() })
const sum = z.object({ count: z.int(), fen })

export const batch = z.object({
  id,
  number: z.string(),
  programme,
  month,
  /** 0 for the month's first batch, then supplementary ones. */
  round: z.int(),
  budgetId: id,
  status: z.enum(batchStatuses),
  lineCount: z.int(),
  totalFen: fen,
  made: person,
  released: person.nullable(),
  sentAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  lines: z.object({ open: sum, settled: sum, returned: sum, held: sum }),
  can: z.record(z.enum(batchActs), whyNot),
})

const change = z.object({
  awardId: id,
  householdId: id,
  name: z.string(),
  beforeFen: fen,
  nowFen: fen,
  reason: z.enum(leftOutReasons).optional(),
})
/** At most 200 of them are listed; count and sum are of all. */
const changes = z.object({
  count: z.int(),
  movedFen: z.int().min(Number.MIN_SAFE_INTEGER),
  items: z.array(change),
})
export const LISTED = 200

export const returnResult = z.object({
  settled: z.int(),
  returned: z.int(),
  already: z.int(),
  /** Row of the file (0: the file as a whole), and why it changed nothing. */
  quarantined: z.array(z.object({ line: z.int(), why: z.enum(quarantineReasons) })),
  complete: z.boolean(),
})

export const batchDetail = batch.extend({
  diff: z.object({ new: changes, stopped: changes, changed: changes, held: changes }),
  returnFiles: z.array(returnResult.extend({ id, receivedAt: z.string() })),
})

export const batches = z.object({ items: z.array(batch), next: z.string().nullable() })

export const line = z.object({
  id,
  batchId: id,
  lineNo: z.int(),
  awardId: id,
  householdId: id,
  division: z.string(),
  month,
  attempt: z.int(),
  payeeName: z.string(),
  accountTail: z.string(),
  amountFen: fen,
  status: z.enum(lineStatuses),
  returnReason: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  reissueOf: id.nullable(),
  reissuedAs: id.nullable(),
  /** What to look at before this line goes out: an account that was changed and never paid on, or is shared. */
  warnings: z.array(z.enum(accountWarningKinds)).readonly(),
  can: z.object({ reissue: whyNot }),
})

export const lines = z.object({ items: z.array(line), next: z.string().nullable() })

export const ownPayments = z.object({
  items: z.array(
    line.pick({
      id: true,
      month: true,
      amountFen: true,
      accountTail: true,
      status: true,
      attempt: true,
      resolvedAt: true,
    }),
  ),
  next: z.null(),
})

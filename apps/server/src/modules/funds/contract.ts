/** Shapes of the funds module on the wire. */
import { z } from 'zod'
import { date, fen, id, pageById } from '#platform/http/shapes.ts'
import { accountCodes, entryKinds } from './account.ts'

const signedFen = z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const fundLine = z.string().trim().min(1).max(100)
const programme = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)
const weight = z.int().min(0).max(1_000_000)

export const budget = z.object({
  id,
  programme,
  fundLine,
  year: z.int(),
  limitFen: fen,
  reservedFen: fen,
  spentFen: fen,
  availableFen: fen,
})

export const allocation = z.strictObject({
  programme,
  fundLine,
  year: z.int().min(2000).max(2100),
  amountFen: fen,
  /** Which levels give it, in proportion (50, 20, 10, 20); without, the county gives all of it. */
  shares: z
    .strictObject({
      central: weight.optional(),
      province: weight.optional(),
      city: weight.optional(),
      county: weight.optional(),
      town: weight.optional(),
    })
    .optional(),
})

export const trialBalance = z.object({
  asOf: date,
  items: z.array(
    z.object({
      account: z.enum(accountCodes),
      programme: z.string(),
      fundLine: z.string(),
      debitFen: fen,
      creditFen: fen,
      balanceFen: signedFen,
    }),
  ),
  debitFen: fen,
  creditFen: fen,
  balanced: z.boolean(),
})

export const entriesQuery = pageById.extend({ cause: id.optional() })

export const entries = z.object({
  items: z.array(
    z.object({
      id,
      at: z.string(),
      kind: z.enum(entryKinds),
      causeId: id,
      memo: z.string(),
      lines: z.array(
        z.object({
          account: z.enum(accountCodes),
          programme: z.string(),
          fundLine: z.string(),
          amountFen: signedFen,
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
})

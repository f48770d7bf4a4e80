/** The accounts of the ledger, by code. Each exists once for a programme and fund line, and is opened when first used. */
export const levels = ['county', 'town', 'city', 'province', 'central'] as const
/** Which treasury an allocation comes from. */
export type Level = (typeof levels)[number]

export const accountCodes = [
  'fund-bank',
  'benefit-expense',
  'in-transit',
  'returned-payable',
  'allocation-county',
  'allocation-town',
  'allocation-city',
  'allocation-province',
  'allocation-central',
] as const
export type AccountCode = (typeof accountCodes)[number]

export const entryKinds = ['allocation', 'batch-sent', 'reissue-sent', 'line-settled', 'line-returned'] as const
export type EntryKind = (typeof entryKinds)[number]

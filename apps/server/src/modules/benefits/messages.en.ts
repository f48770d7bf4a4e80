/** What the benefits module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'benefits.already-held': 'Payments to this family are on hold already.',
  'benefits.not-held': 'Payments to this family are not on hold.',
  'benefits.ended': 'This award has ended. It can no longer be held or resumed.',
}

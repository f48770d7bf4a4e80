/** What the insight module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'insight.simulation-unknown': 'There is no such simulation.',
}

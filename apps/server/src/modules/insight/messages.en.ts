/** What the insight module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'insight.simulation-unknown': 'There is no such simulation.',
  'insight.draft-released': 'The draft “{title}” is released and part of today’s rules: there is nothing to try.',
  'insight.draft-faulty':
    'The draft “{title}” has an error and cannot be tried yet: {first}. Please correct it under Standards and policy.',
  'insight.draft-elsewhere':
    'The draft “{title}” changes the pack {pack}, which does not reach this area. Choose another.',
}

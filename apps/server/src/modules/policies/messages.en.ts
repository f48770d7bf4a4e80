/** Refusals about policy editions in English. */
import type { messagesZh } from './messages.zh-CN.ts'

export const messagesEn: { readonly [code in keyof typeof messagesZh]: string } = {
  'policies.edition-unknown': 'The policy edition of that time was not found',
  'policies.edition-altered':
    'The stored policy text was changed and cannot be used to work the decision out again. Call the audit administrator',
  'policies.no-procedure': 'There was no procedure for this aid on that day yet',
}

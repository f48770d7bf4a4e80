/** The journal's refusals in English. */
import type { messagesZh } from './messages.zh-CN.ts'

export const messagesEn: { readonly [code in keyof typeof messagesZh]: string } = {
  'journal.checkpoint-contradicted':
    'The journal does not agree with an earlier checkpoint; nothing was written. Leave everything as it is and call the audit administrator',
}

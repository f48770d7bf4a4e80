/**
 * Texts to people's phones. They are written sealed into the outbox in the transaction that causes them; a gateway
 * adapter sends them on, the demo shows them on its outbox page.
 */
import type { PhoneNumber } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'

/** What identity itself sends; the words are in `messages.*.ts`. */
export type SentText =
  | 'code.sign-in'
  | 'code.submit'
  | 'code.sign-consent'
  | 'notice.password-set'
  | 'notice.second-factor-reset'
  | 'notice.many-tries'
  | 'notice.new-place'

export const recipientBind = (messageId: string) => `platform.message/recipient/${messageId}`
export const textBind = (messageId: string) => `platform.message/text/${messageId}`

/** Sends `text` to a phone; who asks has read the phone from where it is sealed. */
export async function sendText(work: Work, phone: PhoneNumber | string, text: string): Promise<void> {
  const id = work.newId<'message'>()
  await work.db
    .insertInto('platform.message')
    .values({
      id,
      channel: 'sms',
      recipient_sealed: work.crypto.seal(phone, recipientBind(id)),
      text_sealed: work.crypto.seal(text, textBind(id)),
      created_at: work.wall,
    })
    .execute()
}

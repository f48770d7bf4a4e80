/** What the publicity module says, in English. */
import type { zh } from './messages.zh-CN.ts'

export const en: { readonly [Code in keyof typeof zh]: string } = {
  'publicity.other-assessment': 'The notice must show what was proposed. Refresh and post the latest proposal.',
  'publicity.no-period': 'The local procedure sets no notice period, so nothing can be posted. Ask the policy staff.',
  'publicity.no-adult': 'No adult of this household can be named in public. Children’s names are never posted.',
  'publicity.notice-gone': 'This notice has ended, or does not exist.',
  'publicity.not-hanging': 'This notice has ended or was withdrawn.',
  'publicity.not-a-photo': 'This photo does not belong to the application. Choose another one.',
  'publicity.enough-objections': 'Many objections are being looked into already. Please call the number on the notice.',
  'publicity.already-answered': 'This objection was answered already.',
}

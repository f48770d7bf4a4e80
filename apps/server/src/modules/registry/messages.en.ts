/** The registry's refusals in English. */
import type { messagesZh } from './messages.zh-CN.ts'

export const messagesEn: { readonly [code in keyof typeof messagesZh]: string } = {
  'registry.person-elsewhere': 'This identity number is registered in another household; please ask the town to check',
  'registry.already-member': 'This person is already in the household',
  'registry.not-a-member': 'This person is not in the household; please look again',
  'registry.identity-contradicts': 'The birth date or sex does not match the identity number; please look again',
  'registry.village-full': 'All household numbers of this village are used; please ask the county',
  'registry.value-missing': 'Nothing is registered here yet',
  'registry.account-holder-outside': 'The account holder is not a member of the household; please say why',
  'registry.account-elsewhere':
    'Another household is paid on this account; please check, and say why if they really share it',
  'registry.account-not-proposed': 'This change was replaced or confirmed meanwhile; please reload and look again',
  'registry.same-person': 'Whoever entered the change cannot confirm it; please ask a colleague',
  'document.empty': 'This file is empty; please choose again',
  'document.not-this-kind': 'Please upload a photo (JPG, PNG) or a PDF',
  'document.damaged': 'This photo did not arrive whole; please take it again',
  'document.too-many-pixels': 'This photo is too large; please take it again',
  'document.animated': 'A moving image cannot be a document; please take a photo',
  'document.active-content': 'This PDF contains a program or is locked; please upload a photo',
}

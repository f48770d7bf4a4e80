/** Refusals of the registry module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'registry.person-elsewhere': {
    kind: 'conflict',
    about:
      'Somebody with this identity number already belongs to another household; where is for the county to look up.',
  },
  'registry.already-member': { kind: 'conflict', about: 'This person already belongs to the household.' },
  'registry.not-a-member': { kind: 'invalid', about: 'This person does not belong to the household.' },
  'registry.identity-contradicts': {
    kind: 'invalid',
    about: 'The birth date or sex given differs from what the identity number says; `field` names which.',
  },
  'registry.village-full': { kind: 'conflict', about: 'All 9999 household numbers of the village are given.' },
  'registry.value-missing': { kind: 'not-found', about: 'Nothing is registered in this field.' },
  'registry.account-holder-outside': {
    kind: 'invalid',
    about: 'The account belongs to somebody outside the household; a reason is needed.',
  },
  'registry.account-elsewhere': {
    kind: 'conflict',
    about: 'Other households (`count`) of the county receive their money on this account; a reason is needed.',
  },
  'registry.account-not-proposed': {
    kind: 'conflict',
    about: 'This proposal of an account is not the one that waits: it was replaced or confirmed meanwhile.',
  },
  'registry.same-person': { kind: 'forbidden', about: 'Who proposed an account cannot confirm it.' },
  'document.empty': { kind: 'invalid', about: 'The file has no bytes.' },
  'document.not-this-kind': { kind: 'invalid', about: 'The bytes are not what the media type says.' },
  'document.damaged': { kind: 'invalid', about: 'The image is cut off or cannot be read.' },
  'document.too-many-pixels': { kind: 'invalid', about: 'The image has more than 50 million pixels.' },
  'document.animated': { kind: 'invalid', about: 'A moving image is no document.' },
  'document.active-content': { kind: 'invalid', about: 'The PDF contains a program, a launch action or is locked.' },
})

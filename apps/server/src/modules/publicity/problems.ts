/** Refusals of the publicity module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'publicity.other-assessment': {
    kind: 'conflict',
    about: 'The notice must show the assessment that the proposal rests on.',
  },
  'publicity.no-period': { kind: 'conflict', about: 'The procedure sets no notice period, and none is made up.' },
  'publicity.no-adult': { kind: 'conflict', about: 'There is no adult in the household who may be named in public.' },
  'publicity.notice-gone': { kind: 'not-found', about: 'There is no such notice, or it does not hang any more.' },
  'publicity.not-hanging': { kind: 'conflict', about: 'The notice does not hang any more.' },
  'publicity.not-a-photo': { kind: 'invalid', about: 'The document is not one of this case.' },
  'publicity.enough-objections': { kind: 'too-many', about: 'This notice has many open objections; call the office.' },
  'publicity.already-answered': { kind: 'conflict', about: 'The objection was answered already.' },
})

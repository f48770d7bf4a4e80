/** Refusals of the benefits module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'benefits.already-held': { kind: 'conflict', about: 'The award is held already.' },
  'benefits.not-held': { kind: 'conflict', about: 'The award is not held, so there is nothing to lift.' },
  'benefits.ended': { kind: 'conflict', about: 'The award has ended; it is neither held nor lifted.' },
})

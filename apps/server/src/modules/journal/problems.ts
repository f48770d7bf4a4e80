/** Refusals of the journal module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({
  'journal.checkpoint-contradicted': {
    kind: 'conflict',
    about: 'The line no longer contains what an earlier checkpoint saw; nothing was written. Somebody must look.',
  },
})

/** Refusals of the journal module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

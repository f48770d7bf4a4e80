/** Refusals of the benefits module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

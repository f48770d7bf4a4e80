/** Refusals of the payments module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

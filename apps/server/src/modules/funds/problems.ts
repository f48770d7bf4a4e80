/** Refusals of the funds module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

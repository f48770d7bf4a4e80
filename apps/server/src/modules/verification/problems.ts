/** Refusals of the verification module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

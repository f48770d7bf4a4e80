/** Refusals of the identity module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

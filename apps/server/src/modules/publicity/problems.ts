/** Refusals of the publicity module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

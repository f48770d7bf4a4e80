/** Refusals of the casework module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

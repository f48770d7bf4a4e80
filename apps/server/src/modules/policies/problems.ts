/** Refusals of the policies module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

/** Refusals of the survey module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

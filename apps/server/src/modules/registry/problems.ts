/** Refusals of the registry module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

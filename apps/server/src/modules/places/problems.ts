/** Refusals of the places module. */
import { defineProblems } from '@doudi/kernel'

export const problems = defineProblems({})

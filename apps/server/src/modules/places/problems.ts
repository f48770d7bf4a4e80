/** Refusals of the places module. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'places.unknown-division': { kind: 'not-found', about: 'There is no division with this code in the register.' },
  'places.division-exists': { kind: 'conflict', about: 'The register already has a division with this code.' },
  'places.code-does-not-fit': {
    kind: 'invalid',
    about: 'The code of the division does not fit its level or does not begin like the code of the division above it.',
  },
  'places.no-pack': { kind: 'conflict', about: 'Neither the division nor one above it has a policy pack.' },
  'places.not-a-town': { kind: 'invalid', about: 'The decision can only be delegated to a town or street.' },
  'places.delegation-overlaps': {
    kind: 'conflict',
    about: 'This town already holds a delegation for the programme in part of that time.',
  },
  'places.period-backwards': { kind: 'invalid', about: 'The period ends before it begins.' },
} as const satisfies ProblemCatalogue

export type PlacesProblem = keyof typeof catalogue
export const problems = defineProblems(catalogue)

import { expect, test } from 'vitest'
import { defineProblems, invalid, Problem } from './problem.ts'

test('a module’s problems carry their kind and their details', () => {
  const problems = defineProblems({ 'a.too-late': { kind: 'conflict', about: 'it is too late' } })
  const problem = problems.of('a.too-late', { endsOn: '2026-03-04' })
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ kind: 'conflict', code: 'a.too-late', details: { endsOn: '2026-03-04' }, issues: [] })
  expect(problems.catalogue['a.too-late']?.about).toBe('it is too late')
})

test('an undeclared code is a bug', () => {
  const problems = defineProblems({})
  expect(() => problems.of('nowhere' as never)).toThrow('undeclared problem code nowhere')
})

test('an input problem says what is wrong where', () => {
  const issue = { in: 'body', pointer: '/name', code: 'name.empty' } as const
  expect(invalid([issue])).toMatchObject({ kind: 'invalid', code: 'input.invalid', issues: [issue] })
})

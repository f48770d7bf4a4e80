import { expect, test } from 'vitest'
import { invalid, Problem } from './problem.ts'
import { attempt, issueAt, refuse } from './refuse.ts'

test('a refusal is an invalid problem with one issue', () => {
  const problem = refuse('name.too-long', { characters: 50 })
  expect(problem).toBeInstanceOf(Problem)
  expect(problem.kind).toBe('invalid')
  expect(problem.issues).toEqual([{ in: 'body', pointer: '', code: 'name.too-long', details: { characters: 50 } }])
  expect(refuse('name.empty').issues[0]).not.toHaveProperty('details')
})

test('an attempt gives the value or the issue, and lets bugs through', () => {
  expect(attempt(() => 5)).toEqual({ ok: true, value: 5 })
  const refused = attempt(() => {
    throw refuse('name.empty')
  })
  expect(refused).toMatchObject({ ok: false, issue: { code: 'name.empty' } })
  const bugs = [new TypeError('bug'), new Problem('conflict', 'a.b'), invalid([])]
  for (const bug of bugs) {
    expect(() =>
      attempt(() => {
        throw bug
      }),
    ).toThrow(bug)
  }
})

test('an issue is put where the text stood', () => {
  const issue = refuse('identity.check-digit').issues[0]!
  expect(issueAt(issue, 'body', '/members/0/identityNumber')).toEqual({
    in: 'body',
    pointer: '/members/0/identityNumber',
    code: 'identity.check-digit',
  })
})

import { expect, test } from 'vitest'
import { checkPassword, makeVerifier } from './password-verifier.ts'

test('SR-02 a verifier is argon2id at or above the floor, salted, and never the password', async () => {
  const [one, other] = [await makeVerifier('Harvest-Lantern-58'), await makeVerifier('Harvest-Lantern-58')]
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one)
  expect(Number(match?.[1])).toBeGreaterThanOrEqual(19_456)
  expect(Number(match?.[2])).toBeGreaterThanOrEqual(2)
  expect(one).not.toBe(other)
  expect(one).not.toContain('Harvest')
})

test('only the same password matches, to the letter', async () => {
  const verifier = await makeVerifier('Harvest-Lantern-58')
  expect(await checkPassword('Harvest-Lantern-58', verifier)).toEqual({ matches: true, outdated: false })
  expect((await checkPassword('harvest-Lantern-58', verifier)).matches).toBe(false)
  expect((await checkPassword('', verifier)).matches).toBe(false)
})

test('a verifier made with weaker parameters still matches and asks to be renewed', async () => {
  const verifier = await makeVerifier('Harvest-Lantern-58', { memory: 8192, passes: 1, parallelism: 1 })
  expect(await checkPassword('Harvest-Lantern-58', verifier)).toEqual({ matches: true, outdated: true })
})

test('SR-03 without a verifier nothing matches, not even nothing', async () => {
  expect((await checkPassword('', null)).matches).toBe(false)
  expect((await checkPassword('Harvest-Lantern-58', null)).matches).toBe(false)
})

test('a damaged verifier is a fault, not a wrong password', async () => {
  await expect(checkPassword('x', '$argon2id$broken')).rejects.toThrow('damaged')
})

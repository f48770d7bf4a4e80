/** `doudi entitlement`, run as somebody would who settles a late notice of death. */
import { describe, expect, test } from 'vitest'
import { entitlementCommand } from './entitlement.ts'

const rural = (income: string) => ({ birthDate: '1970-01-01', registration: 'rural', otherIncome: income })
const spouse = { relation: 'spouse', birthDate: '1971-01-01', registration: 'rural' }
const death = {
  situations: [
    { from: '2023-01-01', members: [rural('1200'), spouse, { ...spouse, birthDate: '1972-01-01' }] },
    { from: '2023-05-11', members: [rural('1200'), spouse] },
  ],
  paid: { '2023-05': 75_000, '2023-06': 75_000, '2023-07': 75_000 },
}

const run = (given: unknown, ...argv: string[]) =>
  entitlementCommand.run([...argv, '-'], { stdin: async () => JSON.stringify(given), cwd: '/', env: {} })
const months = ['--first', '2023-05', '--last', '2023-07']

describe('doudi entitlement', () => {
  test('tells month by month what was due, and what was paid too much', async () => {
    const { exitCode, stdout } = await run(death, '--pack', 'demo-jinan', ...months)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('2023-05        750.00 元  dibao  已发 paid 750.00  差额 difference 0.00')
    expect(stdout).toContain('多发 paid too much 1300.00 元')
  })

  test('gives JSON, without a settlement where nothing is said of payments', async () => {
    const { stdout } = await run({ situations: death.situations }, '--pack', 'demo-jinan', ...months, '--json')
    const { months: due, settlement } = JSON.parse(stdout)
    expect(due.map((one: { decision: { amountFenPerMonth: number } }) => one.decision.amountFenPerMonth)).toEqual([
      75_000, 10_000, 10_000,
    ])
    expect(settlement).toBeNull()
  })

  test('asks from when a change counts where the pack leaves it open', async () => {
    const { exitCode, stderr } = await run(death, '--pack', 'jinan', ...months)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/--takes-effect/)
  })

  test('says which month cannot be worked out because nothing is known yet', async () => {
    const { exitCode, stdout } = await run(death, '--pack', 'demo-jinan', '--first', '2022-12', '--last', '2023-01')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).problem).toMatchObject({
      code: 'policy.situation-invalid',
      details: { date: '2022-12-01' },
    })
  })

  test.each([
    ['no situations', { situations: [] }, /no "situations"/],
    [
      'days out of order',
      {
        situations: [
          { from: '2023-02-01', members: [] },
          { from: '2023-01-01', members: [] },
        ],
      },
      /their order/,
    ],
  ])('refuses %s', async (_, given, words) => {
    await expect(run(given, '--pack', 'demo-jinan', ...months)).rejects.toThrow(words)
  })
})

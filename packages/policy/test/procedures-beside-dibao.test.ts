/** Procedures of the programmes beside dibao: hours for emergencies, no notice where children are concerned. */
import { expect, test } from 'vitest'
import { compile } from '../src/index.ts'
import { loaded } from './policies.ts'

const procedureOf = (pack: string, programme: string, date: string) =>
  compile(loaded.packs, { pack, programme, date }).procedure

test.each([
  ['boshan', '2021-03-05', 'bs2021'],
  ['jinan', '2020-07-13', 'jn2020'],
])(
  'an emergency in %s is aided within 24 hours of its discovery, without notice or verification',
  (pack, date, document) => {
    const { stages, clocks, payment } = procedureOf(pack, 'temporary', date)!
    expect(stages.map(stage => stage.id)).toEqual(['application', 'acceptance', 'visit', 'decision'])
    expect(clocks).toMatchObject([{ unit: 'hours', count: 24, startsOn: 'discovered', citation: { document } }])
    expect(payment.rhythm).toBe('once')
  },
)

test('where no hours are set there is no such clock', () => {
  expect(procedureOf('changzhou', 'temporary', '2021-09-13')?.clocks).toEqual([])
  expect(procedureOf('boshan', 'temporary', '2021-03-04')?.clocks).toEqual([])
})

test('a child’s case is never posted, and town and county have 15 working days each', () => {
  const { stages, clocks, decision } = procedureOf('jinan', 'child-allowance', '2021-09-13')!
  expect(stages.map(stage => stage.id)).not.toContain('notice')
  expect(clocks.map(({ unit, count, endsWith }) => `${count} ${unit} ${endsWith}`)).toEqual([
    '15 workingDays review',
    '15 workingDays decision',
  ])
  expect(decision).toMatchObject({ level: 'county', delegable: false })
})

/** Procedures of the programmes beside dibao: hours for emergencies, no notice where children are concerned. */
import { expect, test } from 'vitest'
import { compile, standardsOn } from '../src/index.ts'
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

test('case 21: after an objection the notice of tekun is repeated, that of dibao is not', () => {
  const { parameters } = standardsOn(loaded.packs, 'boshan', '2023-01-01')
  const repeated = (id: string) => parameters.find(({ parameter }) => parameter.id === id)?.chosen?.entry
  expect(repeated('tekunNoticeRepeated')).toMatchObject({ value: true, citation: { document: 't43' } })
  expect(repeated('dibaoNoticeRepeated')).toMatchObject({ value: false, citation: { document: 'd57' } })
  const extension = procedureOf('boshan', 'dibao', '2023-01-01')!.clocks.find(({ id }) => id === 'totalDelegated')
  expect(extension).toMatchObject({ extension: { count: 45, reasons: [{ id: 'objection' }, {}, {}, {}] } })
})

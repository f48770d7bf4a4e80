/** The procedure in force: national stages, clocks by date and place, papers. */
import { describe, expect, test } from 'vitest'
import { compile } from '../src/index.ts'
import { loaded } from './policies.ts'

const on = (pack: string, date: string) => compile(loaded.packs, { pack, programme: 'dibao', date })
const clock = (pack: string, date: string, id: string) => on(pack, date).procedure?.clocks.find(c => c.id === id)

describe('the procedure', () => {
  test('has its stages in order, and none before the measures of 2021', () => {
    expect(on('national', '2021-07-01').procedure?.stages.map(stage => stage.id)).toEqual([
      'application',
      'acceptance',
      'verification',
      'visit',
      'review',
      'notice',
      'decision',
    ])
    expect(on('national', '2021-06-30').procedure).toBeNull()
  })

  test('counts working days for limits and calendar days for the notice', () => {
    expect(clock('national', '2021-09-13', 'total')).toMatchObject({
      unit: 'workingDays',
      count: 30,
      extension: { count: 45 },
    })
    expect(clock('national', '2021-09-13', 'noticePeriod')).toMatchObject({
      unit: 'calendarDays',
      count: 7,
      startsOn: 'notice-posted',
    })
  })

  test('has a delegated limit of 20 working days from October 2022', () => {
    expect(clock('national', '2022-10-19', 'totalDelegated')).toBeUndefined()
    expect(clock('national', '2022-10-20', 'totalDelegated')).toMatchObject({ count: 20, delegated: true })
  })

  test('keeps the 15 days of Jinan although the national text is later', () => {
    expect(clock('jinan', '2023-01-01', 'total')).toMatchObject({ count: 15, citation: { document: 'jn2020' } })
    expect(clock('jinan', '2023-01-01', 'totalDelegated')).toMatchObject({ count: 15 })
    expect(on('jinan', '2023-01-01').procedure?.decision.level).toBe('town')
  })

  test('separates reviewer and surveyor from the person who decides', () => {
    const { separations, surveyors } = on('national', '2023-01-01').procedure!
    expect(separations.map(s => `${s.first}≠${s.second}`)).toEqual(['review≠decision', 'visit≠decision'])
    expect(surveyors.minimum).toBe(2)
  })

  test('makes seven items of verification mandatory', () => {
    const mandatory = on('national', '2023-01-01').procedure!.verification.items.filter(item => item.mandatory)
    expect(mandatory.map(item => item.id)).toEqual([
      'registration',
      'vehicles',
      'real-estate',
      'social-insurance',
      'business',
      'deposits',
      'deaths',
    ])
  })

  test('adds payment firms when the law of 2026 is in force', () => {
    const items = (date: string) => on('national', date).procedure!.verification.items.map(item => item.id)
    expect(items('2026-06-30')).not.toContain('payment-firms')
    expect(items('2026-07-01')).toContain('payment-firms')
  })
})

describe('papers', () => {
  test('are an identity card, an authorisation from each adult and a declaration', () => {
    const { required } = on('national', '2023-01-01').documents
    expect(required.map(d => `${d.id} ${d.from}`)).toEqual([
      'identity-card household',
      'authorisation-letter adult',
      'declaration household',
    ])
  })

  test('that verification can obtain may not be demanded from July 2026', () => {
    expect(on('national', '2026-06-30').documents.neverDemanded).toEqual([])
    expect(on('national', '2026-07-01').documents.neverDemanded.map(d => d.id)).toContain('bank-statement')
  })
})

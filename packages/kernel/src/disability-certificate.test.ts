import { describe, expect, test } from 'vitest'
import { calendarDate as on } from './calendar-date.ts'
import {
  disabilityTypes,
  isSevere,
  parseDisabilityCertificate,
  revealDisabilityCertificate,
} from './disability-certificate.ts'
import { revealIdentityNumber } from './identity-number.ts'
import { attempt } from './refuse.ts'

const today = on('2026-07-01')

describe('a disability certificate', () => {
  test('32049919950412017X12 says visual, grade 2', () => {
    const certificate = parseDisabilityCertificate('32049919950412017X12', today)
    expect(certificate).toMatchObject({ type: 1, grade: 2, reissue: 0 })
    expect(revealIdentityNumber(certificate.identityNumber)).toBe('32049919950412017X')
    expect(disabilityTypes[certificate.type].zh).toBe('视力')
    expect(isSevere(certificate.grade)).toBe(true)
    expect(isSevere(3)).toBe(false)
  })

  test('issued again carries B1', () => {
    const certificate = parseDisabilityCertificate('32049919950412017x53b1', today)
    expect(certificate).toMatchObject({ type: 5, grade: 3, reissue: 1 })
    expect(revealDisabilityCertificate(certificate)).toBe('32049919950412017X53B1')
  })

  test('shows itself masked', () => {
    expect(JSON.stringify(parseDisabilityCertificate('32049919950412017X12', today))).not.toContain('19950412')
  })

  test.each([
    ['32049919950412017X82', 'certificate.type'],
    ['32049919950412017X15', 'certificate.grade'],
    ['32049919950412017X', 'certificate.length'],
    ['32049919950412017X1234', 'certificate.length'],
    ['320499199504120171 12'.replace(' ', ''), 'identity.check-digit'],
    [null, 'certificate.length'],
  ])('%j is refused', (text, code) => {
    const read = attempt(() => parseDisabilityCertificate(text, today))
    expect(read.ok ? 'accepted' : read.issue.code).toBe(code)
  })
})

/** What a hostile or careless hand writes into an application, and where the refusal points. */
import { calendarDate } from '@doudi/kernel'
import { family, identityNumberFor, luhnCard } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { application } from './application.ts'
import { checkApplication } from './check-application.ts'

const today = calendarDate('2026-03-02')
type Draft = ReturnType<typeof family> & Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: hostile inputs have every shape
type Change = (draft: any) => void

/** Puts a value at a place of the form. */
function put(pointer: string, value: unknown): Change {
  const path = pointer.slice(1).split('/')
  const last = path.pop() ?? ''
  return draft => {
    const place = path.reduce((part, key) => part[key], draft)
    place[last] = value
  }
}

function issuesOf(change: Change): string[] {
  const draft = structuredClone(family({ village: '370199901201' })) as Draft
  change(draft)
  const shaped = application.safeParse(draft)
  if (!shaped.success)
    return shaped.error.issues.map(
      ({ path, code, ...rest }) =>
        `/${path.join('/')} ${(rest as { params?: { code?: string } }).params?.code ?? code}`,
    )
  const checked = checkApplication(shaped.data, today)
  return 'issues' in checked ? checked.issues.map(({ pointer, code }) => `${pointer} ${code}`) : []
}

test('a plain family of three has nothing wrong with it', () => {
  expect(issuesOf(() => {})).toEqual([])
})

describe('names', () => {
  test.each([
    ['', 'name.empty'],
    ['null', 'name.placeholder'],
    ['🙂海', 'name.picture'],
    ['陈\u202e海', 'name.direction-character'],
    ['陈\u0000海', 'name.control-character'],
    ['陈'.repeat(51), 'name.too-long'],
  ])('%j is refused as %s', (name, code) => {
    expect(issuesOf(put('/members/1/name', name))).toContain(`/members/1/name ${code}`)
  })

  test('names with dots, rare characters and padding are kept', () => {
    const names = ['买买提·艾力', '𠮷野', '阿依古丽 · 买买提']
    for (const name of names) {
      expect(
        issuesOf(draft => {
          draft.members[1].name = name
          draft.consents[1].signedName = name
        }),
      ).toEqual([])
    }
  })
})

describe('identity numbers', () => {
  test.each([
    ['110105491231002', 'identity.fifteen-digits'],
    ['110105194912310021', 'identity.check-digit'],
    ['11010519490231002X', 'identity.birth-date'],
    ['990105194912310021', 'identity.region'],
    ["' or 1=1 --", 'identity.length'],
    ['11010519491231002Ｙ', 'identity.characters'],
    [identityNumberFor('2026-12-31', 'male'), 'identity.future'],
    [identityNumberFor('1850-01-01', 'male'), 'identity.too-old'],
    ['', 'application.identity-missing'],
  ])('%j is refused as %s', (identityNumber, code) => {
    expect(issuesOf(put('/members/2/identityNumber', identityNumber))).toContain(`/members/2/identityNumber ${code}`)
  })

  test('one number cannot stand for two people', () => {
    const wrong = issuesOf(draft => {
      draft.members[2].identityNumber = draft.members[0].identityNumber
    })
    expect(wrong).toContain('/members/2/identityNumber application.duplicate-identity')
  })

  test('who has no document yet gives a date of birth', () => {
    const without =
      (bornOn?: string): Change =>
      draft => {
        draft.members[2] = { ...draft.members[2], documentKind: 'none', ...(bornOn ? { bornOn } : {}) }
        delete draft.members[2].identityNumber
      }
    expect(issuesOf(without())).toEqual(['/members/2/bornOn application.born-missing'])
    expect(issuesOf(without('2026-03-03'))).toEqual(['/members/2/bornOn application.born-future'])
    expect(issuesOf(without('2025-02-29'))).toEqual(['/members/2/bornOn date.no-such-day'])
    expect(issuesOf(without('2026年3月1日'))).toEqual([])
  })
})

describe('amounts', () => {
  test.each([
    [-1, 'money.negative'],
    [-0, 'money.negative'],
    [0.1, 'money.below-fen'],
    [1e16, 'money.too-large'],
    [9_999_999_999_999 + 1, 'money.too-large'],
    ['1200', 'invalid_type'],
    [Number.NaN, 'invalid_type'],
    [true, 'invalid_type'],
  ])('%s is refused as %s', (amountFen, code) => {
    const incomes = [{ kind: 'wage', amountFen, per: 'month' }]
    expect(issuesOf(put('/members/0/incomes', incomes))).toEqual([`/members/0/incomes/0/amountFen ${code}`])
  })

  test('not knowing is an answer', () => {
    expect(issuesOf(put('/property', { depositsFen: null, vehicles: null, homes: null, business: null }))).toEqual([])
  })
})

describe('people and signatures', () => {
  test.each<[string, Change, string]>([
    ['nobody', put('/members', []), '/members too_small'],
    [
      'thirty-one people',
      d => {
        d.members = Array(31).fill(d.members[0])
      },
      '/members too_big',
    ],
    [
      'a first member who is not the applicant',
      put('/members/0/relation', 'spouse'),
      '/members/0/relation application.first-is-applicant',
    ],
    ['two applicants', put('/members/1/relation', 'self'), '/members/1/relation application.one-self'],
    ['another name at the top', put('/applicant/name', '王五'), '/applicant/name application.first-is-applicant'],
    [
      'half a disability',
      put('/members/0/disabilityKind', 'visual'),
      '/members/0/disabilityGrade application.disability-half',
    ],
    [
      'a signature of somebody else',
      put('/consents/1/signedName', '王五'),
      '/consents/1/signedName application.signed-by-other',
    ],
    ['a signature of nobody', put('/consents/1/memberIndex', 9), '/consents/1/memberIndex application.signer-unknown'],
    [
      'a person who signs twice',
      d => d.consents.push(d.consents[0]),
      '/consents/2/memberIndex application.signed-twice',
    ],
    [
      'a commitment signed by another',
      put('/commitment/signedName', '王五'),
      '/commitment/signedName application.signed-by-other',
    ],
    ['a commitment not given', put('/commitment/agreed', false), '/commitment/agreed invalid_value'],
    ['a field nobody knows', put('/isAdmin', true), '/ unrecognized_keys'],
    ['the wrong sex', put('/members/0/sex', 'female'), '/members/0/sex application.sex-differs'],
    [
      'a birthday that is not in the number',
      put('/members/0/bornOn', '1980-01-01'),
      '/members/0/bornOn application.born-differs',
    ],
    ['a telephone that is none', put('/applicant/phone', '12345'), '/applicant/phone phone.mobile-length'],
    ['an empty address', put('/residence/address', '  '), '/residence/address text.empty'],
    [
      'a card with a wrong digit',
      put('/bankAccount/number', `${luhnCard().slice(0, -1)}x`),
      '/bankAccount/number account.characters',
    ],
    [
      'a card as a spreadsheet shows it',
      put('/bankAccount/number', '6.228E+18'),
      '/bankAccount/number account.digits-lost',
    ],
  ])('%s', (_, change, issue) => {
    expect(issuesOf(change)).toContain(issue)
  })
})

/** Families that apply, as an `Application` of the API. Identity numbers are valid and of an unused division range. */
import { checkDigit } from '@doudi/kernel'

let sequence = 0
let serials = 0

/** A fresh valid identity number; odd sequence numbers are men. */
export function identityNumberFor(bornOn: string, sex: 'male' | 'female', prefix = '370199'): string {
  serials = (serials + 1) % 450
  const serial = String(serials * 2 + (sex === 'male' ? 1 : 0) + 2).padStart(3, '0')
  const seventeen = `${prefix}${bornOn.replaceAll('-', '')}${serial}`
  return seventeen + checkDigit(seventeen)
}

/** A card number of 19 digits that passes Luhn; `nth` makes it one of its own. */
export function luhnCard(nth = ++sequence): string {
  const body = `622848${String(nth).padStart(12, '0')}`
  for (let digit = 0; digit < 10; digit++) {
    const card = `${body}${digit}`
    const sum = [...card].reverse().reduce((total, char, i) => {
      const value = Number(char) * (i % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    if (sum % 10 === 0) return card
  }
  throw new Error('unreachable: one of ten digits always fits')
}

let birthdays = 0

/** A day of birth of its own, about `age` years before 2026-03-02, so that identity numbers never repeat. */
function bornAbout(age: number): string {
  birthdays++
  const day = (birthdays % 28) + 1
  const monthOfBirth = (Math.floor(birthdays / 28) % 2) + 1
  const year = 2026 - age - Math.floor(birthdays / 56) * 0
  return `${year}-${String(monthOfBirth).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export interface Family {
  readonly village: string
  /** Monthly wage of the applicant, in yuan. */
  readonly wageYuan?: number
  readonly depositsYuan?: number
  readonly names?: readonly string[]
  readonly phone?: string
  readonly members?: number
  readonly overrides?: Record<string, unknown>
}

const surnames = ['陈', '林', '赵', '周', '吴', '郑', '孙', '欧阳', '马', '高']
const given = ['海', '梅', '小舟', '宁', '建国', '秀英', '志强', '桂兰', '明', '丽华']
const relations = ['self', 'spouse', 'child', 'child', 'parent', 'parent']

/** A family of three: an applicant of 47 with a small wage, a spouse without income, a child of 12. */
export function family({
  village,
  wageYuan = 1200,
  depositsYuan = 3000,
  names,
  phone,
  members = 3,
  overrides = {},
}: Family) {
  const n = ++sequence
  const surname = surnames[n % surnames.length]
  const nameOf = (i: number) => names?.[i] ?? `${surname}${given[(n + i * 3) % given.length]}`
  const people = Array.from({ length: members }, (_, i) => {
    const sex = i % 2 === 0 ? 'male' : 'female'
    const age = [47, 45, 12, 9, 72, 70][i] ?? 30
    const bornOn = bornAbout(age)
    return {
      name: nameOf(i),
      relation: relations[i] ?? 'other',
      documentKind: 'identity-card',
      identityNumber: identityNumberFor(bornOn, sex),
      employed: i === 0,
      incomes: i === 0 ? [{ kind: 'wage', amountFen: wageYuan * 100, per: 'month' }] : [],
    }
  })
  const mobile = phone ?? `139${String(10_000_000 + n).padStart(8, '0')}`
  return {
    programme: 'dibao',
    division: village,
    residence: { registeredSame: true, address: '示例路 1 号' },
    applicant: { name: people[0]!.name, identityNumber: people[0]!.identityNumber, phone: mobile },
    members: people,
    hardship: ['illness'],
    property: { depositsFen: depositsYuan * 100, vehicles: 0, homes: 1, business: false },
    bankAccount: { holderName: people[0]!.name, bank: '示例农商行', number: luhnCard() },
    commitment: { agreed: true, signedName: people[0]!.name },
    consents: people.flatMap((person, memberIndex) =>
      memberIndex === 2 || memberIndex === 3 ? [] : [{ memberIndex, method: 'phone', signedName: person.name }],
    ),
    pending: [],
    ...overrides,
  }
}

/**
 * Invented families for the demo area (示例). Identity numbers are valid in form and of a division range that was
 * never given out (…99); names are put together from common parts.
 */
import { checkDigit } from '@doudi/kernel'
import type { Random } from './random.ts'

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾'].concat([
  '欧阳',
  '上官',
  '司马',
])
const givenMale = [
  '建国',
  '志强',
  '伟',
  '军',
  '海涛',
  '德福',
  '永贵',
  '小龙',
  '文斌',
  '长生',
  '浩',
  '明远',
  '树林',
  '家宝',
]
const givenFemale = [
  '秀英',
  '桂兰',
  '玉珍',
  '丽华',
  '敏',
  '小燕',
  '春梅',
  '淑芬',
  '婷婷',
  '雪',
  '凤霞',
  '巧云',
  '月娥',
  '雨欣',
]

export interface DemoMember {
  readonly name: string
  readonly relation: string
  readonly documentKind: 'identity-card'
  readonly identityNumber: string
  readonly registration: 'urban' | 'rural'
  readonly employed: boolean
  readonly disabilityKind?: string
  readonly disabilityGrade?: number
  readonly seriousIllness?: boolean
  readonly student?: boolean
  readonly incomes: readonly { kind: string; amountFen: number | null; per: 'month' | 'year' }[]
  readonly socialInsuranceFen?: number
}

export interface DemoVillage {
  readonly code: string
  readonly name: string
}

/** Ages and relations of the people under one roof; the first one applies. */
const shapes: readonly (readonly [relation: string, from: number, to: number][])[] = [
  [['self', 66, 84]],
  [
    ['self', 63, 80],
    ['spouse', 60, 78],
  ],
  [
    ['self', 38, 55],
    ['child', 7, 15],
  ],
  [
    ['self', 35, 50],
    ['spouse', 33, 48],
    ['child', 5, 16],
  ],
  [
    ['self', 36, 52],
    ['spouse', 34, 50],
    ['child', 9, 17],
    ['child', 3, 8],
  ],
  [
    ['self', 40, 52],
    ['spouse', 38, 50],
    ['child', 10, 17],
    ['parent', 68, 82],
  ],
  [
    ['self', 45, 58],
    ['parent', 72, 88],
  ],
]

/** The application of one family, as the API takes it. `thisYear` sets the years of birth. */
export function demoApplication(random: Random, village: DemoVillage, serial: number, thisYear: number) {
  const prefix = `${village.code.slice(0, 4)}99`
  const surname = random.pick(surnames)
  const shape = random.pick(shapes)
  const common = {
    ...{ surname, prefix, thisYear },
    married: shape.some(([relation]) => relation === 'spouse'),
    registration: village.name.endsWith('社区') ? ('urban' as const) : ('rural' as const),
  }
  const members = shape.map(([relation, from, to], i) =>
    member(random, { ...common, relation, age: random.between(from, to), serial: serial * 8 + i }),
  )
  const head = members[0] as DemoMember
  const adults = members.flatMap(({ relation, name }, memberIndex) =>
    relation === 'child' ? [] : [{ memberIndex, method: 'window', signedName: name }],
  )
  return {
    programme: 'dibao',
    division: village.code,
    residence: {
      registeredSame: random.chance(85),
      address: `${village.name}${random.between(1, 9)}组${random.between(1, 120)}号`,
    },
    applicant: { name: head.name, identityNumber: head.identityNumber, phone: `139${String(serial).padStart(8, '0')}` },
    members,
    hardship: [random.pick(['illness', 'disability', 'lack-of-labour', 'unemployment', 'schooling'])],
    property: { depositsFen: random.between(0, 24) * 100_000, vehicles: 0, homes: 1, business: false },
    bankAccount: { holderName: head.name, bank: random.pick(['示例农商银行', '示例邮政储蓄']), number: card(serial) },
    commitment: { agreed: true, signedName: head.name },
    consents: adults,
    pending: [],
  }
}

interface Traits {
  relation: string
  married: boolean
  registration: 'urban' | 'rural'
  age: number
  surname: string
  prefix: string
  serial: number
  thisYear: number
}

function member(random: Random, traits: Traits): DemoMember {
  const { relation, age, surname, prefix, serial, thisYear, married, registration } = traits
  const male = relation === 'spouse' ? false : (relation === 'self' && married) || random.chance(50)
  const works = (relation === 'self' || relation === 'spouse') && age < 60 && random.chance(55)
  const old = age >= 60
  const disabled = random.chance(old ? 18 : 9)
  return {
    name: `${relation === 'spouse' ? random.pick(surnames) : surname}${random.pick(male ? givenMale : givenFemale)}`,
    relation,
    documentKind: 'identity-card',
    identityNumber: identityNumber(prefix, thisYear - age, random.between(1, 2), random.between(1, 28), serial, male),
    registration,
    employed: works,
    student: age >= 6 && age < 18,
    seriousIllness: random.chance(12),
    ...(disabled
      ? {
          disabilityKind: random.pick(['physical', 'visual', 'intellectual', 'mental']),
          disabilityGrade: random.between(1, 4),
        }
      : {}),
    incomes: [
      ...(works ? [{ kind: 'wage', amountFen: random.between(5, 20) * 10_000, per: 'month' as const }] : []),
      ...(old ? [{ kind: 'pension', amountFen: random.between(14, 30) * 1_000, per: 'month' as const }] : []),
      ...(relation === 'self' && random.chance(30)
        ? [{ kind: 'farming', amountFen: random.between(8, 40) * 10_000, per: 'year' as const }]
        : []),
    ],
    ...(works ? { socialInsuranceFen: random.between(0, 28) * 1_000 } : {}),
  }
}

/** Months 1 and 2 keep everybody's age whole early in the year; the serial makes the number one of its own. */
function identityNumber(
  prefix: string,
  year: number,
  month: number,
  day: number,
  serial: number,
  male: boolean,
): string {
  // The 17th digit is odd for men and even for women.
  const order = String(((serial * 2) % 998) + (male ? 1 : 2)).padStart(3, '0')
  const seventeen = `${prefix}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`
  return seventeen + checkDigit(seventeen)
}

/** A card number of 19 digits that passes Luhn. */
function card(serial: number): string {
  const body = `622848${String(serial).padStart(12, '0')}`
  const sum = [...body].reverse().reduce((total, char, i) => {
    const value = Number(char) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

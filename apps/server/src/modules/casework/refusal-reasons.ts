/**
 * Grounds on which a refusal may rest, in the words that go into the letter unedited, with the clause in force on
 * the day of the decision. From 1 July 2026 that is the Social Assistance Law; before, the ministry's measures.
 */
import type { CalendarDate } from '@doudi/kernel'
import type { Wording } from './case-words.ts'

interface Ground {
  readonly name: Wording
  /** A whole sentence for the letter. */
  readonly sentence: string
  readonly before: string
  readonly law: string
}

const LAW_IN_FORCE = '2026-07-01' as CalendarDate
const measures = '《最低生活保障审核确认办法》（民发〔2021〕57号）'
const law = '《中华人民共和国社会救助法》'

export const refusalReasons = {
  'income-above-standard': {
    name: { zh: '家庭收入不低于当地标准', en: 'Income not below the local standard' },
    sentence: '您家庭的人均月收入不低于当地最低生活保障标准。',
    before: `${measures}第八条`,
    law: `${law}第十八条`,
  },
  'property-above-limit': {
    name: { zh: '家庭财产超过规定', en: 'Property above the limit' },
    sentence: '您家庭的财产状况不符合当地规定。',
    before: `${measures}第八条、第十四条`,
    law: `${law}第十八条`,
  },
  'not-cooperating': {
    name: { zh: '没有授权核对或不配合调查', en: 'No authorisation, or no cooperation' },
    sentence: '没有授权我们核对家庭经济状况，或者没有配合调查，无法确认是否符合条件。',
    before: `${measures}第九条、第二十九条`,
    law: `${law}第四十条、第四十一条`,
  },
  'untrue-declaration': {
    name: { zh: '申报与事实不符', en: 'Declaration and facts do not agree' },
    sentence: '申报的情况与核对、调查的结果不符，按查明的情况不符合条件。',
    before: `${measures}第八条、第十八条`,
    law: `${law}第十八条、第四十六条`,
  },
  'not-resident': {
    name: { zh: '户籍或居住地不符合规定', en: 'Registration or residence elsewhere' },
    sentence: '您家庭的户籍或居住地不属于这里受理的范围。',
    before: `${measures}第四条、第五条`,
    law: `${law}第三十七条`,
  },
} as const satisfies Readonly<Record<string, Ground>>

export type RefusalReason = keyof typeof refusalReasons

export function isRefusalReason(code: string): code is RefusalReason {
  return Object.hasOwn(refusalReasons, code)
}

export function clauseOf(code: RefusalReason, decidedOn: CalendarDate): string {
  return decidedOn < LAW_IN_FORCE ? refusalReasons[code].before : refusalReasons[code].law
}

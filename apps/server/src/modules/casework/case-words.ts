/** What a status is called on screens, and what it means in spoken words to the family. */
import { type CalendarDate, type Fen, fen, formatDate, formatMonth, formatYuan, type Month } from '@doudi/kernel'
import type { CaseState, CaseStatus } from './case.ts'

export interface Wording {
  readonly zh: string
  readonly en: string
}

export const statusNames: Readonly<Record<CaseStatus, Wording>> = {
  submitted: { zh: '待受理', en: 'Submitted' },
  correcting: { zh: '补材料', en: 'Waiting for papers' },
  investigating: { zh: '调查中', en: 'Investigating' },
  proposed: { zh: '已提出意见', en: 'Proposed' },
  publicising: { zh: '公示中', en: 'Hung out' },
  objected: { zh: '有异议', en: 'Objected to' },
  'awaiting-decision': { zh: '待决定', en: 'Awaiting decision' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未批准', en: 'Refused' },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Ended' },
}

const inPlain: Readonly<Record<CaseStatus, (state: CaseState, promise: PlainPromise) => Wording>> = {
  submitted: () => ({ zh: '我们收到了，正在看材料。', en: 'We have it and are looking at the papers.' }),
  correcting: () => ({ zh: '还缺几样材料，请看下面的清单。', en: 'Some papers are missing; see the list below.' }),
  investigating: (_, { by }) => ({
    zh: `正在核对，会有两个人上门看看。${by ? `最迟${by.zh}答复您。` : ''}`,
    en: `We are checking, and two people will visit you.${by ? ` You will have an answer by ${by.en}.` : ''}`,
  }),
  proposed: () => ({
    zh: '镇里看过了，接下来在村里公示。',
    en: 'The town has looked; next it hangs out in the village.',
  }),
  publicising: ({ notice }) => ({
    zh: notice ? `正在村里公示，到${dayZh(notice.endsOn)}为止。` : '正在村里公示。',
    en: notice ? `It hangs out in the village until ${dayEn(notice.endsOn)}.` : 'It hangs out in the village.',
  }),
  objected: () => ({ zh: '有人提了意见，我们正在核实。', en: 'Somebody objected; we are looking into it.' }),
  'awaiting-decision': (_, { by }) => ({
    zh: `公示结束了，正等着决定。${by ? `最迟${by.zh}。` : ''}`,
    en: `The notice is over and a decision is due${by ? ` by ${by.en}` : ''}.`,
  }),
  approved: ({ decision }) => ({
    zh: decision ? `批准了。从${monthZh(decision.firstMonth)}起，每月 ${yuan(decision.amountFen)} 元。` : '批准了。',
    en: decision
      ? `Approved: ${yuan(decision.amountFen)} yuan a month from ${monthEn(decision.firstMonth)}.`
      : 'Approved.',
  }),
  refused: () => ({
    zh: '这次没有批准。原因和您可以怎么办，写在决定书里。',
    en: 'Not approved this time. The letter says why and what you can do.',
  }),
  rejected: ({ closed }) => ({
    zh: `这里办不了。${closed?.reason ?? ''}`,
    en: `This cannot be dealt with here. ${closed?.reason ?? ''}`.trim(),
  }),
  withdrawn: () => ({
    zh: '这次申请已撤回，随时可以再申请。',
    en: 'The application was withdrawn; you may apply again at any time.',
  }),
  terminated: ({ closed }) => ({
    zh: `这次办理停止了。${closed?.reason ?? ''}`,
    en: `The procedure was ended. ${closed?.reason ?? ''}`.trim(),
  }),
}

interface PlainPromise {
  readonly by: Wording | null
}

/** One or two short sentences for the family; `due` is the date promised, if one can be. */
export function plainWords(state: CaseState, due: CalendarDate | null): Wording {
  return inPlain[state.status](state, { by: due && { zh: dayZh(due), en: dayEn(due) } })
}

export const remedies: Wording = {
  zh: '如果不服，可以在收到决定书之日起 60 日内申请行政复议，或者在 6 个月内向人民法院起诉。也可以先打镇里的电话问。',
  en: 'If you disagree you may ask for administrative reconsideration within 60 days of receiving the decision, or go to court within six months. You may also call the town first.',
}

const dayZh = (date: CalendarDate) => formatDate(date, 'zh-CN', { year: false, weekday: true })
const dayEn = (date: CalendarDate) => formatDate(date, 'en', { year: false, weekday: true })
const monthZh = (month: string | null) => (month ? formatMonth(month as Month) : '下个月')
const monthEn = (month: string | null) => (month ? formatMonth(month as Month, 'en') : 'next month')
const yuan = (amount: number) => formatYuan(fen(amount) as Fen, { decimals: 'when-needed' })

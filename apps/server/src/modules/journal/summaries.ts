/** Names of acts for people. An act written by a later release and read by this one keeps its bare name. */
import { summariesEn } from './summaries.en.ts'
import { summariesZh } from './summaries.zh-CN.ts'

export type Act = keyof typeof summariesZh

export interface Summary {
  readonly zh: string
  readonly en: string
}

export function summaryOf(act: string): Summary {
  return isAct(act) ? { zh: summariesZh[act], en: summariesEn[act] } : { zh: act, en: act }
}

function isAct(act: string): act is Act {
  return Object.hasOwn(summariesZh, act)
}

/**
 * What is found wrong with a draft beside what the pack reader itself says: words in both languages and, where we have
 * one, the change that would repair it.
 */
import { fill, type Values } from '@doudi/kernel'
import type { Finding } from './contract.ts'

interface Words {
  readonly zh: string
  readonly en: string
  readonly fixZh: string
  readonly fixEn: string
}

export const findings = {
  'draft.empty': {
    zh: '草稿里还没有改动。',
    en: 'The draft changes nothing yet.',
    fixZh: '至少改一个数值或一条规则',
    fixEn: 'change at least one value or rule',
  },
  'draft.parameter-unknown': {
    zh: '这个政策包和它的上级没有“{name}”。',
    en: 'Neither this pack nor those above it have “{name}”.',
    fixZh: '从数值列表里选',
    fixEn: 'choose it from the list of values',
  },
  'draft.rule-unknown': {
    zh: '这个项目没有规则“{name}”。',
    en: 'The programme has no rule “{name}”.',
    fixZh: '从规则列表里选',
    fixEn: 'choose it from the list of rules',
  },
  'draft.rule-outlived': {
    zh: '“{name}”从 {from} 起的写法，到 {until} 由另一版代替。',
    en: '“{name}” as written from {from} gives way to another version on {until}.',
    fixZh: '核对那一版，需要的话从 {until} 起再写一版',
    fixEn: 'look at that version; if need be write one from {until} on as well',
  },
  'draft.twice': {
    zh: '“{name}”从 {from} 起写了两次。',
    en: '“{name}” is given twice from {from}.',
    fixZh: '删去其中一条',
    fixEn: 'delete one of the two',
  },
  'draft.no-clause': {
    zh: '“{name}”没有写明依据哪个文件的第几条。',
    en: '“{name}” does not say which clause of which document it rests on.',
    fixZh: '选文件，写条款',
    fixEn: 'choose the document and write the clause',
  },
  'draft.date-taken': {
    zh: '“{name}”从 {from} 起已经有规定，生效的不能改写。',
    en: '“{name}” is laid down from {from} already; what holds is not written over.',
    fixZh: '换一个起始日',
    fixEn: 'choose another first day',
  },
  'draft.replaces-future': {
    zh: '“{name}”从 {from} 起发布过另一版，还没到日子，发布后以这一条为准。',
    en: '“{name}” has been published otherwise from {from}, not begun yet; this takes its place.',
    fixZh: '核对是不是要换掉它',
    fixEn: 'make sure that it is to be replaced',
  },
  'draft.starts-in-past': {
    zh: '“{name}”从 {from} 起，早于今天，要写明理由。',
    en: '“{name}” begins on {from}, before today; a reason is needed.',
    fixZh: '写理由，或改成今天以后的日子',
    fixEn: 'state the reason, or choose a day from today on',
  },
  'draft.backdated': {
    zh: '“{name}”从 {from} 起，早于今天，要由政策负责人发布。',
    en: '“{name}” begins on {from}, before today; the policy chief has to release it.',
    fixZh: '改成今天以后的日子就不用',
    fixEn: 'not needed from today on',
  },
  'draft.reason-missing': {
    zh: '{said}这一条是原则上的要求，要偏离就写明理由。',
    en: '{said} This is a guideline; to depart from it state the reason.',
    fixZh: '写理由，或改数值',
    fixEn: 'state the reason, or change the value',
  },
  'draft.departs-with-reason': {
    zh: '“{name}”偏离原则上的要求“{check}”，理由：{reason}',
    en: '“{name}” departs from the guideline “{check}”, because: {reason}',
    fixZh: '发布的人要看理由够不够',
    fixEn: 'whoever releases it weighs the reason',
  },
  'draft.statistic-missing': {
    zh: '“{check}”还不能核对，因为 {from} 那天没有“{missing}”。',
    en: '“{check}” cannot be judged: “{missing}” has no value on {from}.',
    fixZh: '先录入“{missing}”，或放在同一份草稿里',
    fixEn: 'enter “{missing}” first, or in the same draft',
  },
  'draft.statistic-old': {
    zh: '“{check}”还不能核对：“{missing}”是旧的，{by} 以前就该更新。',
    en: '“{check}” cannot be judged: “{missing}” is old and was to be renewed by {by}.',
    fixZh: '先录入新的“{missing}”，或放在同一份草稿里',
    fixEn: 'enter the new “{missing}” first, or in the same draft',
  },
  'draft.needed-by-formula': {
    zh: '“{name}”不能改成未设定：公式“{rules}”要用它。',
    en: '“{name}” cannot be unset: the formula “{rules}” needs it.',
    fixZh: '写一个数值',
    fixEn: 'give a value',
  },
  'draft.still-unset': {
    zh: '用到这些数值的项目，{from} 那天还有 {count} 项没设定，公式用到时算不出来：{missing}等。',
    en: 'The programmes concerned still lack {count} values on {from}; formulas that need them cannot be worked out: {missing} …',
    fixZh: '来源给出时再补',
    fixEn: 'add them once a source gives them',
  },
} as const satisfies Record<string, Words>

/** The reader advises whoever writes the files; at the desk some of it is said in other words. */
const desk: Readonly<Record<string, Pick<Words, 'fixZh' | 'fixEn'>>> = {
  'pack.out-of-bounds': { fixZh: '改成范围以内的数', fixEn: 'use a number within the range' },
  'pack.more-than-decimals': { fixZh: '少写几位小数', fixEn: 'use fewer decimals' },
  'pack.not-open': { fixZh: '去掉这一项，要改就请上级改', fixEn: 'take it out; only the level above can change it' },
  'pack.unknown-document': { fixZh: '从列表里选文件，或先登记', fixEn: 'choose a listed document, or list it first' },
  'pack.check-fails': {
    fixZh: '改这个数，或把有关的数一起改',
    fixEn: 'change this value, or those bound to it as well',
  },
}

export function atTheDesk(code: string): Finding['suggestion'] | undefined {
  const words = desk[code]
  return words && { 'zh-CN': words.fixZh, en: words.fixEn }
}

export type FindingCode = keyof typeof findings

/** Where it belongs: which change of the draft, and, when the written text is meant, its file and line. */
export interface Spot {
  readonly change?: number | null
  readonly parameter?: string | null
  readonly file?: string | null
  readonly line?: number | null
  /** Where in the formula of that change. */
  readonly at?: { readonly line: number; readonly column: number } | null
}

export function found(severity: Finding['severity'], code: FindingCode, values: Values, spot: Spot = {}): Finding {
  const { zh, en, fixZh, fixEn } = findings[code]
  return {
    ...{ code, severity, change: null, parameter: null, file: null, line: null, at: null, ...spot },
    message: { 'zh-CN': fill(zh, values), en: fill(en, values) },
    suggestion: { 'zh-CN': fill(fixZh, values), en: fill(fixEn, values) },
  }
}

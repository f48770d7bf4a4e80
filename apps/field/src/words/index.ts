/** All words of the coordinators' app, zh-CN first and en complete: the types demand every key in both. */
import { type Locale, translator, type Values } from '@doudi/kernel'
import * as day from './day.ts'
import * as frame from './frame.ts'
import * as seen from './seen.ts'
import * as send from './send.ts'
import * as visit from './visit.ts'

const zh = { ...frame.zh, ...day.zh, ...visit.zh, ...seen.zh, ...send.zh }
const en: { readonly [K in keyof typeof zh]: string } = { ...frame.en, ...day.en, ...visit.en, ...seen.en, ...send.en }

export type Word = keyof typeof zh & string
export type Words = (key: Word, values?: Values) => string

export const wordsFor: (locale: Locale) => Words = translator(zh, en)
/** Whether there are words for something that came from outside, such as a relation or a status. */
export const isWord = (key: string): key is Word => Object.hasOwn(zh, key)
/** For the test that looks for missing and doubled keys. */
export const catalogues = { zh, en }

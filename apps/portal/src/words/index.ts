/** All words of the residents' pages, zh-CN first and en complete: the types demand every key in both. */
import { type Locale, translator, type Values } from '@doudi/kernel'
import * as apply from './apply.ts'
import * as applyMoney from './apply-money.ts'
import * as applySend from './apply-send.ts'
import * as check from './check.ts'
import * as frame from './frame.ts'
import * as my from './my.ts'
import * as notices from './notices.ts'

const zh = { ...frame.zh, ...apply.zh, ...applyMoney.zh, ...applySend.zh, ...check.zh, ...my.zh, ...notices.zh }
const en: { readonly [K in keyof typeof zh]: string } = {
  ...frame.en,
  ...apply.en,
  ...applyMoney.en,
  ...applySend.en,
  ...check.en,
  ...my.en,
  ...notices.en,
}

export type Word = keyof typeof zh & string
export type Words = (key: Word, values?: Values) => string

export const wordsFor: (locale: Locale) => Words = translator(zh, en)
/** For the test that looks for missing and doubled keys. */
export const catalogues = { zh, en }

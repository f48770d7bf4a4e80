/** The payments' words. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const usePaymentWords = words(zh, en)
export const usePaymentNames = names(zh, en)

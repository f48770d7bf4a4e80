/** The words of standards and policy. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const usePolicyWords = words(zh, en)
export const usePolicyNames = names(zh, en)

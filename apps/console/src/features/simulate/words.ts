/** The words of trying out rules. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useSimulateWords = words(zh, en)
export const useSimulateNames = names(zh, en)

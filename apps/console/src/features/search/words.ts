/** The search's words. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useSearchWords = words(zh, en)
export const useMatchNames = names(zh, en)

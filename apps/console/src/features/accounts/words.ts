/** Words of accounts and grants. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useAccountWords = words(zh, en)
export const useAccountNames = names(zh, en)

/** The journal's words. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useJournalWords = words(zh, en)
export const useJournalNames = names(zh, en)

/** Words that every feature uses, and the names of codes. */
import { names, words } from './language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'
import namesEn from './names.en.ts'
import namesZh from './names.zh-CN.ts'

export const useWords = words(zh, en)
export const useNames = names(namesZh, namesEn)

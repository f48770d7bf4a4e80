/** The household page's words. */
import { words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useHouseholdWords = words(zh, en)

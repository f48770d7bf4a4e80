/** The walk-in form's words. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useIntakeWords = words(zh, en)
export const useIntakeNames = names(zh, en)

/** The shell's words. */
import { words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useShellWords = words(zh, en)

/** The notice manager's words. */
import { words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useNoticeWords = words(zh, en)

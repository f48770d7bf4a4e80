/** Words of accounts and grants. */
import { words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const useAccountWords = words(zh, en)

/** Words of places, delegations and the demo clock. */
import { names, words } from '../../language.tsx'
import en from './messages.en.ts'
import zh from './messages.zh-CN.ts'

export const usePlaceWords = words(zh, en)
export const usePlaceNames = names(zh, en)

/** Structured logs. No class-A value is ever passed to a logger; known field names are cut as a second net. */
import { pino } from 'pino'

export type Log = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error' | 'debug'>

export function createLog(level = process.env.DOUDI_LOG ?? 'info'): Log {
  return pino({
    level,
    redact: {
      paths: ['*.identityNumber', '*.phone', '*.accountNumber', '*.address', '*.password', '*.code'],
      censor: '∎',
    },
  })
}

export const silentLog: Log = { info() {}, warn() {}, error() {}, debug() {} }

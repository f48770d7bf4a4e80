/**
 * Places at which a kill drill ends the process as a power cut would: nothing runs afterwards, no transaction is
 * closed. Without `DOUDI_FAILPOINT` in the environment this does nothing.
 */
export type Failpoint =
  | 'before-reservation'
  | 'after-reservation'
  | 'after-lines'
  | 'file-written'
  | 'before-status'
  | 'after-status'
  | 'mid-return'
  | 'after-ledger'

export function failpoint(name: Failpoint): void {
  if (process.env.DOUDI_FAILPOINT === name) process.kill(process.pid, 'SIGKILL')
}

/**
 * A fault found in a formula: a code of the message catalogue, the values its words need, and the span it
 * points at. Faults know nothing of files; the loader turns them into problems with file, line and column.
 */
import type { MessageCode } from '../messages.ts'
import type { Span } from './tree.ts'

export interface Fault {
  readonly code: MessageCode
  readonly at: Span
  readonly values: Readonly<Record<string, string>>
}

export function fault(code: MessageCode, at: Span, values: Readonly<Record<string, string>> = {}): Fault {
  return { code, at: { from: at.from, to: at.to }, values }
}

/** Reading and checking stop at the first fault of a formula: what follows it is usually its echo. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(found: Fault) {
    super(found.code)
    this.fault = found
  }
}

export function stop(code: MessageCode, at: Span, values: Readonly<Record<string, string>> = {}): never {
  throw new FaultError(fault(code, at, values))
}

/** Collects what is wrong with packs, in order, each thing once. */
import { type MessageCode, word } from '../messages.ts'
import type { Place, PolicyProblem } from '../problem.ts'

export class Report {
  private readonly found = new Map<string, PolicyProblem>()

  error(code: MessageCode, place: Place, values: Readonly<Record<string, string>> = {}): void {
    this.add('error', code, place, values)
  }

  warning(code: MessageCode, place: Place, values: Readonly<Record<string, string>> = {}): void {
    this.add('warning', code, place, values)
  }

  private add(
    severity: 'error' | 'warning',
    code: MessageCode,
    at: Place,
    values: Readonly<Record<string, string>>,
  ): void {
    const key = `${at.file}:${at.line}:${at.column}:${code}`
    const place = { file: at.file, line: at.line, column: at.column }
    if (!this.found.has(key)) this.found.set(key, { code, severity, ...place, ...word(code, values) })
  }

  get problems(): PolicyProblem[] {
    return [...this.found.values()].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    )
  }
}

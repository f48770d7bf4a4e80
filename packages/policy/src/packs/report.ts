/** Collects what is wrong with packs, in order, each thing once. Nobody reads more than a few hundred. */
import { type MessageCode, word } from '../messages.ts'
import type { Place, PolicyProblem } from '../problem.ts'

const most = 500

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
    if (this.found.size >= most) return
    const words = word(code, values)
    const key = `${at.file}:${at.line}:${at.column}:${words.message.en}`
    const place = { file: at.file, line: at.line, column: at.column }
    if (!this.found.has(key)) this.found.set(key, { code, severity, ...place, ...words })
  }

  get problems(): PolicyProblem[] {
    return [...this.found.values()].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    )
  }
}

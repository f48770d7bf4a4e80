/**
 * Found values as facts of the register, and declared facts as values to compare with. Amounts are whole fen here and
 * yuan as text there, the way a policy situation takes them.
 */
import { attempt, fen, formatYuan, parseYuan, toWire } from '@doudi/kernel'
import { yuanText } from '#modules/casework/index.ts'
import type { FactValue } from '#modules/registry/index.ts'
import type { FoundField, FoundValue } from './findings.ts'

const amounts: readonly FoundField[] = ['wage', 'pension', 'deposits']

export function toFactValue(field: FoundField, value: FoundValue): FactValue {
  if (!amounts.includes(field) || typeof value !== 'number') return value
  return yuanText(BigInt(value))
}

export function fromFactValue(field: string, value: FactValue): FactValue {
  if (!(amounts as readonly string[]).includes(field) || value === null) return value
  const read = attempt(() => toWire(parseYuan(String(value))))
  return read.ok ? read.value : null
}

/** For people who read the report. */
export function displayFact(field: string, value: FactValue | undefined): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'boolean') return value ? '有' : '没有'
  const known = fromFactValue(field, value)
  return (amounts as readonly string[]).includes(field) && typeof known === 'number'
    ? `${formatYuan(fen(known))} 元`
    : String(value)
}

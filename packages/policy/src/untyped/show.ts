/** `string(…)`: every value as the text FEEL writes it as. */
import { showDate, showDateTime, showMonths, showNanos, showTime } from './moment.ts'
import { isContext, isList, numberText, type RangeValue, type Value } from './value.ts'

export function show(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(showInside).join(', ')}]`
  if (isContext(value))
    return `{${[...value].map(([name, inner]) => `${showName(name)}: ${showInside(inner)}`).join(', ')}}`
  switch (value.kind) {
    case 'number':
      return numberText(value)
    case 'date':
      return showDate(value)
    case 'time':
      return showTime(value)
    case 'date and time':
      return showDateTime(value)
    case 'years and months duration':
      return showMonths(value)
    case 'days and time duration':
      return showNanos(value)
    case 'range':
      return showRange(value)
    case 'function':
      return `function(${value.parameters.map(({ name }) => name).join(', ')})`
  }
}

function showInside(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : show(value)
}

function showName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : JSON.stringify(name)
}

function showRange(range: RangeValue): string {
  if (range.test !== null) return `${range.test.operator} ${showInside(range.test.end)}`
  const [open, close] = [range.includesLow ? '[' : '(', range.includesHigh ? ']' : ')']
  return `${open}${showInside(range.low)}..${showInside(range.high)}${close}`
}

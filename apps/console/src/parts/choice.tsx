/** A plain drop-down of the browser itself: whole keyboard, whole screen reader, nothing to load. */
import type { SelectHTMLAttributes } from 'react'

interface ChoiceProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly empty?: string
  readonly status?: string
  readonly onChoose: (value: string) => void
}

export function Choice({ value, options, empty, status, onChoose, className = '', ...rest }: ChoiceProps) {
  return (
    <select
      {...rest}
      className={`choice ${status ? 'choice-wrong' : ''} ${className}`}
      value={value}
      onChange={event => onChoose(event.target.value)}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  )
}

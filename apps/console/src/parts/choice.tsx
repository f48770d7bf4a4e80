/** A plain drop-down of the browser itself: whole keyboard, whole screen reader, nothing to load. */
import type { SelectHTMLAttributes } from 'react'

interface ChoiceProps<V extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: V
  readonly options: readonly (readonly [value: V, label: string])[]
  /** The word of the empty choice, where nothing may be chosen. */
  readonly empty?: string
  readonly status?: string
  readonly onChoose: (value: V) => void
}

export function Choice<V extends string>({
  value,
  options,
  empty,
  status,
  onChoose,
  className = '',
  ...rest
}: ChoiceProps<V>) {
  return (
    <select
      {...rest}
      className={`choice ${status ? 'choice-wrong' : ''} ${className}`}
      value={value}
      onChange={event => onChoose(event.target.value as V)}
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

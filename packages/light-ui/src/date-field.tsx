/** A day in three boxes, typed: never a calendar to page through. The boxes are `name-year`, `name-month`, `name-day`. */
import type { JSX } from 'preact'
import { FieldGroup, type FieldProps, fieldId } from './field.tsx'
import { words } from './words.ts'

export interface DateParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

interface Props extends FieldProps {
  readonly value?: Partial<DateParts> | undefined
}

const parts = ['year', 'month', 'day'] as const

export function DateField(props: Props): JSX.Element {
  const say = words(props.locale)
  return (
    <FieldGroup {...props}>
      <div class="beside">
        {parts.map(part => (
          <span key={part}>
            <input
              class={`input ${part === 'year' ? 'input-year' : 'input-two'}`}
              id={part === 'year' ? fieldId(props.name) : fieldId(`${props.name}-${part}`)}
              name={`${props.name}-${part}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={props.value?.[part] ?? ''}
              aria-invalid={props.error ? true : undefined}
              aria-label={say(`field.${part}`)}
            />{' '}
            <span aria-hidden="true">{say(`field.${part}`)}</span>
          </span>
        ))}
      </div>
    </FieldGroup>
  )
}

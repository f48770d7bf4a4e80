/** Fields to type into: a line, a story, an amount in yuan. */
import type { JSX } from 'preact'
import { describedBy, Field, type FieldProps, fieldId } from './field.tsx'
import { words } from './words.ts'

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined
  readonly autoComplete?: string | undefined
  readonly maxLength?: number | undefined
  readonly size?: 'full' | 'short' | undefined
  readonly lines?: number | undefined
  /** Never kept on the device by the autosave: identity numbers, accounts, codes. */
  readonly secret?: boolean | undefined
  readonly onInput?: ((event: Event) => void) | undefined
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { name, value = '', lines, size = 'full' } = props
  const shared = {
    id: fieldId(name),
    name,
    maxLength: props.maxLength,
    autocomplete: props.autoComplete ?? 'off',
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? true : undefined,
    'data-secret': props.secret ? '' : undefined,
    onInput: props.onInput,
  }
  return (
    <Field {...props}>
      {lines ? (
        <textarea {...shared} class="input" rows={lines} value={value} />
      ) : (
        <input
          {...shared}
          class={`input input-${size}`}
          type="text"
          inputMode={props.inputMode ?? 'text'}
          value={value}
        />
      )}
    </Field>
  )
}

/** An amount in yuan, typed as people write it; the server reads 1,200 and ¥1200 alike. */
export function MoneyField(props: Omit<TextFieldProps, 'inputMode' | 'lines' | 'size'>): JSX.Element {
  return (
    <Field {...props}>
      <div class="beside">
        <input
          class="input input-money"
          id={fieldId(props.name)}
          name={props.name}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={20}
          value={props.value ?? ''}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error ? true : undefined}
          onInput={props.onInput}
        />
        <span>{words(props.locale)('field.yuan')}</span>
      </div>
    </Field>
  )
}

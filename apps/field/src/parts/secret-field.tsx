/** A password, a code or a PIN: never kept, never shown, filled by the phone where it can. */
import type { JSX } from 'preact'

interface Props {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoComplete: 'current-password' | 'one-time-code' | 'off'
  /** Digits only, shown on a number pad. */
  readonly digits?: boolean
  readonly onChange: (value: string) => void
}

export function SecretField(props: Props): JSX.Element {
  const { name, label, value, hint, error, autoComplete, digits, onChange } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  const shared = {
    ...{ class: digits ? 'input input-code' : 'input', id: name, name, value, autocomplete: autoComplete },
    ...{ inputMode: digits ? ('numeric' as const) : undefined, maxLength: digits ? 6 : 500 },
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
    onInput: (event: Event) => onChange((event.target as HTMLInputElement).value),
  }
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={name}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
      {autoComplete === 'one-time-code' ? <input {...shared} type="text" /> : <input {...shared} type="password" />}
    </div>
  )
}

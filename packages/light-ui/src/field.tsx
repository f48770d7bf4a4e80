/** What every field shares: label, hint and error above the control, tied to it by id. Errors repeat the summary's words. */
import type { ComponentChildren, JSX } from 'preact'
import { type Locale, words } from './words.ts'

export interface FieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly locale: Locale
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** The label is the question of the page. */
  readonly question?: boolean | undefined
}

/** A name of the form as an id of the page: `income-wage-amount`. */
export const fieldId = (name: string): string => name.replace(/[^\w-]/g, '-')

export const describedBy = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): string | undefined =>
  [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ') || undefined

/** Hint and error, in the order in which they are read. */
export function FieldWords({ name, hint, error }: FieldProps): JSX.Element {
  return (
    <>
      {hint && (
        <div class="field-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

export function FieldLabel({ label, optional, locale, question }: FieldProps): JSX.Element {
  const text = (
    <>
      {label}
      {optional && <span class="quiet">{words(locale)('field.optional')}</span>}
    </>
  )
  return question ? <h1>{text}</h1> : text
}

/** One control with its label. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={fieldId(props.name)}>
        <FieldLabel {...props} />
      </label>
      <FieldWords {...props} />
      {props.children}
    </div>
  )
}

/** Several controls that answer one question. */
export function FieldGroup(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <fieldset class={props.error ? 'field field-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>
        <FieldLabel {...props} />
      </legend>
      <FieldWords {...props} />
      {props.children}
    </fieldset>
  )
}

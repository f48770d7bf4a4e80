/** What has to be looked at again: first in the page, focused when it loads, each line leading to its field. */
import type { JSX } from 'preact'
import { fieldId } from './field.tsx'
import { type Locale, words } from './words.ts'

export interface FieldError {
  /** The field's name, or an address on another page. */
  readonly field: string
  readonly text: string
}

interface Props {
  readonly errors: readonly FieldError[]
  readonly locale: Locale
}

export function ErrorSummary({ errors, locale }: Props): JSX.Element | null {
  if (errors.length === 0) return null
  return (
    <section class="errors" id="errors" role="alert" tabIndex={-1} aria-labelledby="errors-title" data-focus="">
      <h2 id="errors-title">{words(locale)('errors.title', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field + text}>
            <a href={field.startsWith('/') ? field : `#${fieldId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

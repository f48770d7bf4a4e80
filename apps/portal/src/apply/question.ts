/**
 * What a page of the application is: one question, how its answer is shown in fields, how fields become the answer,
 * and how the answer reads on the check page. `path.ts` puts the pages in order; `routes.tsx` puts them on the web.
 */
import {
  attempt,
  type CalendarDate,
  fill,
  type Issue,
  kernelMessagesEn,
  kernelMessagesZh,
  type Locale,
} from '@doudi/kernel'
import type { FieldError } from '@doudi/light-ui'
import type { JSX } from 'preact'
import type { Fields } from '../server/form.ts'
import type { Division } from '../server/replies.ts'
import type { Words } from '../words/index.ts'
import type { Answers } from './answers.ts'

/** What a question is asked with. */
export interface Asking {
  readonly t: Words
  readonly locale: Locale
  readonly today: CalendarDate
  readonly answers: Answers
  /** Which person, on pages that come once for each. */
  readonly n: number
  readonly villages: readonly Division[]
  readonly towns: readonly Division[]
  /** The district's name, for the authorisation. */
  readonly office: string
}

export interface Showing extends Asking {
  readonly fields: Fields
  readonly errors: readonly FieldError[]
}

export type Reading = { readonly answers: Answers } | { readonly errors: readonly FieldError[] }

/** A line of the check page. */
export interface Row {
  readonly what: string
  readonly answer: string
}

export interface Question {
  readonly slug: string
  /** Heading of the check page under which it stands. */
  readonly section: 'people' | 'money' | 'rest'
  /** For which persons it is asked; `[0]` once, `[]` not at all. */
  readonly copies: (answers: Answers, today: CalendarDate) => readonly number[]
  readonly answered: (answers: Answers, n: number, today: CalendarDate) => boolean
  readonly title: (asking: Asking) => string
  readonly show: (asking: Asking) => Fields
  readonly read: (fields: Fields, asking: Asking) => Reading
  readonly rows: (asking: Asking) => readonly Row[]
  readonly View: (showing: Showing) => JSX.Element
}

export const errorOf = ({ errors }: Showing, field: string): string | undefined =>
  errors.find(error => error.field === field)?.text

/** Collects what is wrong while a form is read, with the kernel's own words for what it refuses. */
export class Reader {
  readonly errors: FieldError[] = []
  readonly #locale: Locale

  constructor(locale: Locale) {
    this.#locale = locale
  }

  read<T>(field: string, parse: () => T): T | undefined {
    const outcome = attempt(parse)
    if (outcome.ok) return outcome.value
    this.fail(field, issueText(outcome.issue, this.#locale))
    return undefined
  }

  fail(field: string, text: string): void {
    if (!this.errors.some(error => error.field === field)) this.errors.push({ field, text })
  }

  /** The answer, if nothing was wrong with it. */
  done(answers: () => Answers): Reading {
    return this.errors.length > 0 ? { errors: this.errors } : { answers: answers() }
  }
}

export function issueText({ code, details }: Issue, locale: Locale): string {
  const texts: Readonly<Record<string, string>> = locale === 'en' ? kernelMessagesEn : kernelMessagesZh
  return fill(texts[code] ?? texts['input.invalid'] ?? code, details as Record<string, string | number>)
}

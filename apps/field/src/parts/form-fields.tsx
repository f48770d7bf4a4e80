/** Fields of the visit form: one of a few, a whole number, an amount, own words. Each tells its value at every change. */
import { ChoiceList, MoneyField, TextField } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.tsx'
import { fenOf, yuanOf } from '../visit/amount.ts'

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value

interface OneOfProps<V extends string> {
  readonly name: string
  readonly label: string
  readonly values: readonly V[]
  readonly say: (value: V) => string
  readonly value: V | undefined
  readonly error?: string | undefined
  readonly onChange: (value: V) => void
}

export function OneOf<V extends string>(props: OneOfProps<V>): JSX.Element {
  const { locale } = useSurroundings()
  return (
    <ChoiceList
      name={props.name}
      label={props.label}
      locale={locale}
      error={props.error}
      choices={props.values.map(value => ({ value, label: props.say(value) }))}
      chosen={props.value === undefined ? [] : [props.value]}
      inRow
      onChoose={value => props.onChange(value as V)}
    />
  )
}

interface FieldProps<V> {
  readonly name: string
  readonly label: string
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
}

/** What cannot be read stays on the screen with a word about it, and is not kept. */
export function AmountField({ name, label, value, onChange }: FieldProps<number>): JSX.Element {
  const { t, locale } = useSurroundings()
  const [text, setText] = useState(yuanOf(value))
  const wrong = fenOf(text) === null
  return (
    <MoneyField
      name={name}
      label={label}
      locale={locale}
      value={text}
      error={wrong ? t('amount.wrong') : undefined}
      onInput={event => {
        setText(typed(event))
        const fen = fenOf(typed(event))
        if (fen !== null) onChange(fen)
      }}
    />
  )
}

export function CountField(props: FieldProps<number> & { readonly most: number }): JSX.Element {
  const { name, label, value, most, onChange } = props
  const { t, locale } = useSurroundings()
  const [text, setText] = useState(value === undefined ? '' : String(value))
  const isCount = (said: string) => /^\d{1,6}$/.test(said) && Number(said) <= most
  return (
    <TextField
      name={name}
      label={label}
      locale={locale}
      inputMode="numeric"
      size="short"
      value={text}
      error={text !== '' && !isCount(text) ? t('number.wrong') : undefined}
      onInput={event => {
        const said = typed(event).trim()
        setText(said)
        if (said === '') onChange(undefined)
        else if (isCount(said)) onChange(Number(said))
      }}
    />
  )
}

export function WordsField(
  props: FieldProps<string> & { readonly most: number; readonly lines?: number },
): JSX.Element {
  const { name, label, value, most, lines, onChange } = props
  const { locale } = useSurroundings()
  return (
    <TextField
      name={name}
      label={label}
      locale={locale}
      optional
      lines={lines}
      maxLength={most}
      value={value ?? ''}
      onInput={event => onChange(typed(event) || undefined)}
    />
  )
}

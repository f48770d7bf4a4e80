/** A labelled control: label, hint, control, what is wrong with it. Optional ones say so; required ones bear no star. */
import { cloneElement, type ReactElement, useId } from 'react'
import { useWords } from '../words.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly good?: string | undefined
  readonly optional?: boolean
  readonly className?: string
  readonly children: ReactElement<{
    id?: string
    'aria-describedby'?: string
    'aria-invalid'?: boolean
    status?: string
  }>
}

export function Field({ label, hint, wrong, good, optional = false, className = '', children }: FieldProps) {
  const id = useId()
  const t = useWords()
  const described = [hint && `${id}-hint`, good && `${id}-good`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">（{t('field.optional')}）</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {cloneElement(children, {
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(wrong ? { 'aria-invalid': true, status: 'error' } : {}),
      })}
      {good && !wrong && (
        <p className="field-good" id={`${id}-good`}>
          ✓ {good}
        </p>
      )}
      {wrong && (
        <p className="field-wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

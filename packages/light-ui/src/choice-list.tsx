/** A question answered by touching: large rows, one or several of them. A choice may carry fields of its own. */
import type { ComponentChildren, JSX } from 'preact'
import { FieldGroup, type FieldProps, fieldId } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** Shown under the choice once it is chosen. */
  readonly more?: ComponentChildren
}

interface Props extends FieldProps {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly multiple?: boolean
  /** Short choices side by side. */
  readonly inRow?: boolean
  readonly onChoose?: ((value: string, chosen: boolean) => void) | undefined
}

export function ChoiceList(props: Props): JSX.Element {
  return (
    <FieldGroup {...props}>
      <div class={props.inRow ? 'choice-row' : undefined}>
        {props.choices.map((choice, i) => (
          <ChoiceRow key={choice.value} {...props} choice={choice} first={i === 0} />
        ))}
      </div>
    </FieldGroup>
  )
}

function ChoiceRow({ name, choice, chosen, multiple, first, onChoose }: Props & { choice: Choice; first: boolean }) {
  const id = first ? fieldId(name) : fieldId(`${name}-${choice.value}`)
  return (
    <div class="choice">
      <input
        class="choice-mark"
        type={multiple ? 'checkbox' : 'radio'}
        id={id}
        name={name}
        value={choice.value}
        checked={chosen.includes(choice.value)}
        onChange={onChoose && (event => onChoose(choice.value, (event.target as HTMLInputElement).checked))}
      />
      <label class="choice-label" for={id}>
        {choice.label}
        {choice.hint && <span class="choice-hint">{choice.hint}</span>}
      </label>
      {choice.more && <div class="choice-more">{choice.more}</div>}
    </div>
  )
}

/** What happened, in large choices and in their own words. */
import { Checkbox, Input } from 'antd'
import { Field } from '../../parts/field.tsx'
import { useNames } from '../../words.ts'
import type { PartProps } from './intake-page.tsx'
import { useIntakeWords } from './words.ts'

const hardships = ['illness', 'disability', 'no-work', 'old-age', 'school', 'accident', 'other'] as const

export function NeedPart({ draft, change, wrong }: PartProps) {
  const t = useIntakeWords()
  const name = useNames()
  const toggle = (id: string, on: boolean) =>
    change({ hardship: on ? [...draft.hardship, id] : draft.hardship.filter(each => each !== id) })
  return (
    <fieldset className="sheet">
      <legend>{t('part.need')}</legend>
      <fieldset className="choices choices-line">
        <legend className="field-legend">{t('hardship')}</legend>
        {hardships.map(id => (
          <Checkbox key={id} checked={draft.hardship.includes(id)} onChange={event => toggle(id, event.target.checked)}>
            {name('hardship', id)}
          </Checkbox>
        ))}
      </fieldset>
      <Field label={t('hardship-text')} optional wrong={wrong('/hardshipText')}>
        <Input.TextArea
          rows={2}
          maxLength={2000}
          value={draft.hardshipText}
          onChange={event => change({ hardshipText: event.target.value })}
        />
      </Field>
    </fieldset>
  )
}

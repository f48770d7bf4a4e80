/** Where the family lives, and who speaks for the applicant if they could not come. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { read } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { useMe } from '../../session.ts'
import type { PartProps } from './intake-page.tsx'
import { useIntakeWords } from './words.ts'

const villagesOf = (parent: string) => ({
  queryKey: ['divisions', parent, 'village'],
  queryFn: () => read('/divisions', { parent, level: 'village' }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function HomePart({ draft, change, wrong }: PartProps) {
  const t = useIntakeWords()
  const office = useMe().roles[0]
  const place = office?.division ?? ''
  const { data } = useQuery(villagesOf(place))
  // A coordinator's own village has none below it.
  const own = data?.items.length === 0 && office ? [[place, office.divisionName] as const] : undefined
  const { onBehalf } = draft
  return (
    <fieldset className="sheet">
      <legend>{t('part.home')}</legend>
      <div className="intake-row">
        <Field label={t('village')} wrong={wrong('/division')}>
          <Choice
            value={draft.division}
            empty=""
            options={own ?? data?.items.map(({ code, name }) => [code, name] as const) ?? []}
            onChoose={division => change({ division })}
          />
        </Field>
        <Field label={t('address')} wrong={wrong('/residence/address')} className="wide">
          <Input value={draft.address} autoComplete="off" onChange={event => change({ address: event.target.value })} />
        </Field>
        <div className="intake-ticks">
          <Checkbox checked={draft.registeredSame} onChange={event => change({ registeredSame: event.target.checked })}>
            {t('same')}
          </Checkbox>
        </div>
      </div>
      <Checkbox
        checked={onBehalf !== null}
        onChange={event => change({ onBehalf: event.target.checked ? { name: '', phone: '', relation: '' } : null })}
      >
        {t('behalf')}
      </Checkbox>
      {onBehalf && (
        <div className="intake-row">
          {(['name', 'phone', 'relation'] as const).map(field => (
            <Field key={field} label={t(`behalf.${field}`)} wrong={wrong(`/onBehalf/${field}`)}>
              <Input
                value={onBehalf[field]}
                onChange={event => change({ onBehalf: { ...onBehalf, [field]: event.target.value } })}
              />
            </Field>
          ))}
        </div>
      )}
    </fieldset>
  )
}

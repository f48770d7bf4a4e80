/** Fields of the house, of how people live, of what they own and owe. */
import type { DebtsSeen, HouseSeen, LivingSeen, PropertySeen } from '@doudi/sync'
import type { JSX } from 'preact'
import { AmountField, CountField, OneOf, WordsField } from '../parts/form-fields.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { put } from './visit-draft.ts'

interface PartProps<T> {
  readonly value: T | undefined
  readonly onChange: (value: T) => void
}

export function HousePart({ value, onChange }: PartProps<HouseSeen>): JSX.Element {
  const { t } = useSurroundings()
  return (
    <>
      <OneOf
        name="house-nature"
        label={t('house.nature')}
        values={['own', 'rented', 'public', 'borrowed', 'none']}
        say={one => t(`nature.${one}`)}
        value={value?.nature}
        onChange={one => onChange(put(value, 'nature', one))}
      />
      <OneOf
        name="house-structure"
        label={t('house.structure')}
        values={['brick', 'concrete', 'earth', 'wood', 'other']}
        say={one => t(`structure.${one}`)}
        value={value?.structure}
        onChange={one => onChange(put(value, 'structure', one))}
      />
      <OneOf
        name="house-condition"
        label={t('house.condition')}
        values={['good', 'worn', 'dangerous']}
        say={one => t(`condition.${one}`)}
        value={value?.condition}
        onChange={one => onChange(put(value, 'condition', one))}
      />
      <CountField
        name="house-rooms"
        label={t('house.rooms')}
        most={99}
        value={value?.rooms}
        onChange={count => onChange(put(value, 'rooms', count))}
      />
      <CountField
        name="house-area"
        label={t('house.area')}
        most={10_000}
        value={value?.areaSquareMetres}
        onChange={count => onChange(put(value, 'areaSquareMetres', count))}
      />
    </>
  )
}

export function LivingPart({ value, onChange }: PartProps<LivingSeen>): JSX.Element {
  const { t } = useSurroundings()
  return (
    <>
      <OneOf
        name="living-water"
        label={t('living.water')}
        values={['tap', 'well', 'none']}
        say={one => t(`water.${one}`)}
        value={value?.water}
        onChange={one => onChange(put(value, 'water', one))}
      />
      <AmountField
        name="living-electricity"
        label={t('living.electricity')}
        value={value?.electricityFenPerMonth}
        onChange={fen => onChange(put(value, 'electricityFenPerMonth', fen))}
      />
      <WordsField
        name="living-appliances"
        label={t('living.appliances')}
        most={500}
        value={value?.appliances}
        onChange={text => onChange(put(value, 'appliances', text))}
      />
      <WordsField
        name="living-conditions"
        label={t('living.conditions')}
        most={1000}
        lines={3}
        value={value?.conditions}
        onChange={text => onChange(put(value, 'conditions', text))}
      />
    </>
  )
}

export function PropertyPart({ value, onChange }: PartProps<PropertySeen>): JSX.Element {
  const { t } = useSurroundings()
  const business = value?.business === undefined ? undefined : value.business ? 'yes' : 'no'
  return (
    <>
      <AmountField
        name="property-deposits"
        label={t('property.deposits')}
        value={value?.depositsFen}
        onChange={fen => onChange(put(value, 'depositsFen', fen))}
      />
      <CountField
        name="property-vehicles"
        label={t('property.vehicles')}
        most={99}
        value={value?.vehicles}
        onChange={count => onChange(put(value, 'vehicles', count))}
      />
      <CountField
        name="property-homes"
        label={t('property.homes')}
        most={99}
        value={value?.homes}
        onChange={count => onChange(put(value, 'homes', count))}
      />
      <OneOf
        name="property-business"
        label={t('property.business')}
        values={['yes', 'no']}
        say={one => t(`answer.${one}`)}
        value={business}
        onChange={one => onChange(put(value, 'business', one === 'yes'))}
      />
      <WordsField
        name="property-other"
        label={t('property.other')}
        most={500}
        value={value?.other}
        onChange={text => onChange(put(value, 'other', text))}
      />
    </>
  )
}

export function DebtsPart({ value, onChange }: PartProps<DebtsSeen>): JSX.Element {
  const { t } = useSurroundings()
  return (
    <>
      <AmountField
        name="debts-total"
        label={t('debts.total')}
        value={value?.totalFen}
        onChange={fen => onChange(put(value, 'totalFen', fen))}
      />
      <WordsField
        name="debts-reason"
        label={t('debts.reason')}
        most={500}
        value={value?.reason}
        onChange={text => onChange(put(value, 'reason', text))}
      />
    </>
  )
}

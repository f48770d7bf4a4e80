/** Where the family lives: village from a list, house in words, and whether they are registered there. */
import { cleanText } from '@doudi/kernel'
import { ChoiceList, fieldId, TextField } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import type { Division } from '../../server/replies.ts'
import { errorOf, type Question, Reader, type Showing } from '../question.ts'

export const where: Question = {
  slug: 'where',
  section: 'people',
  copies: () => [0],
  answered: ({ division, residence }) => division !== undefined && residence !== undefined,
  title: ({ t }) => t('where.title'),
  show: ({ answers: { division, residence } }) => ({
    village: [division ?? ''],
    address: [residence?.address ?? ''],
    same: residence ? [residence.registeredSame ? 'yes' : 'no'] : [],
  }),
  read: (fields, { t, locale, answers, villages }) => {
    const reader = new Reader(locale)
    const village = villages.find(({ code }) => code === one(fields, 'village'))
    if (!village) reader.fail('village', t('where.village.none'))
    const address = reader.read(
      'address',
      () => cleanText(one(fields, 'address'), { max: 200, required: true, lines: false }).text,
    )
    const same = one(fields, 'same')
    if (same !== 'yes' && same !== 'no') reader.fail('same', t('where.same.none'))
    return reader.done(() => ({
      ...answers,
      division: village?.code ?? '',
      residence: { registeredSame: same === 'yes', address: address ?? '' },
    }))
  },
  rows: ({ t, answers: { division, residence }, villages, towns }) => {
    const village = villages.find(({ code }) => code === division)
    const town = towns.find(({ code }) => code === village?.parent)
    const elsewhere = residence?.registeredSame === false ? t('review.registered.no') : ''
    const address = [town?.name, village?.name, residence?.address].filter(Boolean).join(' ')
    return [{ what: t('review.where'), answer: address + elsewhere }]
  },
  View: showing => {
    const { t, locale, fields } = showing
    return (
      <>
        <h1>{t('where.title')}</h1>
        <VillageField {...showing} />
        <TextField
          name="address"
          locale={locale}
          label={t('where.address')}
          hint={t('where.address.hint')}
          value={one(fields, 'address')}
          autoComplete="street-address"
          error={errorOf(showing, 'address')}
        />
        <ChoiceList
          name="same"
          locale={locale}
          label={t('where.same')}
          inRow
          error={errorOf(showing, 'same')}
          chosen={fields.same ?? []}
          choices={[
            { value: 'yes', label: t('where.same.yes') },
            { value: 'no', label: t('where.same.no') },
          ]}
        />
      </>
    )
  },
}

/** A native list: old phones show it large and know how to scroll it. */
function VillageField(showing: Showing) {
  const { t, fields, villages, towns } = showing
  const error = errorOf(showing, 'village')
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={fieldId('village')}>
        {t('where.village')}
      </label>
      {error && (
        <p class="field-error" id="village-error">
          {error}
        </p>
      )}
      <VillageSelect
        villages={villages}
        towns={towns}
        chosen={one(fields, 'village')}
        choose={t('where.village.choose')}
        wrong={error !== undefined}
      />
    </div>
  )
}

interface SelectProps {
  readonly villages: readonly Division[]
  readonly towns: readonly Division[]
  readonly chosen: string
  readonly choose: string
  readonly wrong?: boolean
}

export function VillageSelect({ villages, towns, chosen, choose, wrong = false }: SelectProps) {
  return (
    <select
      class="input"
      id={fieldId('village')}
      name="village"
      aria-describedby={wrong ? 'village-error' : undefined}
      aria-invalid={wrong || undefined}
    >
      <option value="">{choose}</option>
      {towns.map(town => (
        <optgroup key={town.code} label={town.name}>
          {villages
            .filter(({ parent }) => parent === town.code)
            .map(({ code, name }) => (
              <option key={code} value={code} selected={code === chosen}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}

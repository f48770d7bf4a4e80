/** Who helps: name, telephone and relation are kept with the application, and the helper gets the messages too. */
import { isMobile, parsePersonName, parsePhone } from '@doudi/kernel'
import { ChoiceList, TextField } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import { errorOf, type Question, Reader } from '../question.ts'

const family = ['child', 'spouse', 'parent', 'relative'] as const
const others = ['neighbour', 'official', 'social-worker'] as const
const relations = [...family, ...others] as const
export const familyRelations: readonly string[] = family

export const helper: Question = {
  slug: 'helper',
  section: 'people',
  copies: ({ helper }) => (helper ? [0] : []),
  answered: ({ helper }) => helper?.name !== undefined && relations.some(relation => relation === helper.relation),
  title: ({ t }) => t('helper.title'),
  show: ({ answers: { helper } }) => ({
    name: [helper?.name ?? ''],
    phone: [helper?.phone ?? ''],
    relation: [helper?.relation ?? ''],
  }),
  read: (fields, { t, locale, answers }) => {
    const reader = new Reader(locale)
    const name = reader.read('name', () => parsePersonName(one(fields, 'name'))) ?? ''
    const phone = reader.read('phone', () => parsePhone(one(fields, 'phone')))
    if (phone && !isMobile(phone)) reader.fail('phone', t('phone.mobile'))
    const relation = relations.find(choice => choice === one(fields, 'relation')) ?? ''
    if (!relation) reader.fail('relation', t('helper.relation.none'))
    return reader.done(() => ({ ...answers, helper: { name, phone: phone ?? '', relation } }))
  },
  rows: ({ t, answers: { helper } }) => {
    const relation = relations.find(choice => choice === helper?.relation)
    const words = [helper?.name, helper?.phone, relation && t(`helper.${relation}`)]
    return [{ what: t('review.helper'), answer: words.filter(Boolean).join('，') }]
  },
  View: showing => {
    const { t, locale, fields, answers } = showing
    const common = { locale }
    const isFamily = ['family', ...family].some(relation => relation === answers.helper?.relation)
    return (
      <>
        <h1>{t('helper.title')}</h1>
        <p class="quiet">{t('helper.hint')}</p>
        <TextField
          {...common}
          name="name"
          label={t('helper.name')}
          value={one(fields, 'name')}
          autoComplete="name"
          error={errorOf(showing, 'name')}
        />
        <TextField
          {...common}
          name="phone"
          label={t('helper.phone')}
          value={one(fields, 'phone')}
          inputMode="tel"
          autoComplete="tel"
          error={errorOf(showing, 'phone')}
        />
        <ChoiceList
          {...common}
          name="relation"
          label={t('helper.relation')}
          inRow
          error={errorOf(showing, 'relation')}
          chosen={fields.relation ?? []}
          choices={(isFamily ? family : others).map(value => ({ value, label: t(`helper.${value}`) }))}
        />
      </>
    )
  },
}

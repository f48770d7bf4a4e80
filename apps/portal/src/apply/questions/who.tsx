/** 给谁申请: for oneself, for family, for somebody else. All three lead into the same application. */
import { ChoiceList } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import type { Answers } from '../answers.ts'
import { errorOf, type Question, Reader } from '../question.ts'
import { familyRelations } from './helper.tsx'

const choices = ['self', 'family', 'other'] as const
type Who = (typeof choices)[number]

export function whoOf({ helper }: Answers): Who {
  if (!helper) return 'self'
  return helper.relation === 'family' || familyRelations.includes(helper.relation) ? 'family' : 'other'
}

export const who: Question = {
  slug: 'who',
  section: 'people',
  copies: () => [0],
  // A draft begins with this page, so whoever has one has answered it.
  answered: ({ programme }) => programme !== undefined,
  title: ({ t }) => t('who.title'),
  show: ({ answers }) => (answers.programme ? { who: [whoOf(answers)] } : {}),
  read: (fields, { t, locale, answers }) => {
    const reader = new Reader(locale)
    const given = choices.find(choice => choice === one(fields, 'who'))
    if (!given) reader.fail('who', t('who.none'))
    return reader.done(() => {
      const { helper, ...rest } = { ...answers, programme: 'dibao' as const }
      if (given === 'self' || given === undefined) return rest
      return { ...rest, helper: helper && whoOf(answers) === given ? helper : { ...helper, relation: given } }
    })
  },
  rows: ({ t, answers }) => [{ what: t('review.for'), answer: t(`who.${whoOf(answers)}`) }],
  View: showing => (
    <ChoiceList
      name="who"
      question
      label={showing.t('who.title')}
      locale={showing.locale}
      hint={showing.t('apply.start.text')}
      error={errorOf(showing, 'who')}
      chosen={showing.fields.who ?? []}
      choices={choices.map(value => ({
        value,
        label: showing.t(`who.${value}`),
        hint: value === 'other' ? showing.t('who.other.hint') : undefined,
      }))}
    />
  ),
}

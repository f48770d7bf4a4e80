/** What has happened, in large choices and, if they like, in their own words. */
import { cleanText } from '@doudi/kernel'
import { ChoiceList, TextField } from '@doudi/light-ui'
import { all, one } from '../../server/form.ts'
import { hardships } from '../answers.ts'
import { errorOf, type Question, Reader } from '../question.ts'

export const hardship: Question = {
  slug: 'hardship',
  section: 'people',
  copies: () => [0],
  answered: ({ hardship }) => hardship !== undefined,
  title: ({ t }) => t('hardship.title'),
  show: ({ answers: { hardship, hardshipText } }) => ({ hardship: hardship ?? [], text: [hardshipText ?? ''] }),
  read: (fields, { t, locale, answers }) => {
    const reader = new Reader(locale)
    const chosen = hardships.filter(choice => all(fields, 'hardship').includes(choice))
    const text = reader.read('text', () => cleanText(one(fields, 'text'), { max: 2000 }).text)
    if (chosen.length === 0 && !text) reader.fail('hardship', t('hardship.none'))
    const { hardshipText: _, ...rest } = answers
    return reader.done(() => ({ ...rest, hardship: chosen, ...(text ? { hardshipText: text } : {}) }))
  },
  rows: ({ t, answers: { hardship = [], hardshipText } }) => {
    const chosen = hardships.filter(choice => hardship.includes(choice)).map(choice => t(`hardship.${choice}`))
    return [{ what: t('review.hardship'), answer: [...chosen, hardshipText].filter(Boolean).join('；') }]
  },
  View: showing => {
    const { t, locale, fields } = showing
    return (
      <>
        <ChoiceList
          name="hardship"
          question
          multiple
          locale={locale}
          label={t('hardship.title')}
          hint={t('hardship.hint')}
          error={errorOf(showing, 'hardship')}
          chosen={fields.hardship ?? []}
          choices={hardships.map(value => ({ value, label: t(`hardship.${value}`) }))}
        />
        <TextField
          name="text"
          locale={locale}
          label={t('hardship.text')}
          optional
          lines={3}
          maxLength={2000}
          value={one(fields, 'text')}
          error={errorOf(showing, 'text')}
        />
      </>
    )
  },
}

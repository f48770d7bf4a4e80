/** The applicant: name and identity number, and whether family lives with them. */
import { maskIdentityNumber, parseIdentityNumber, parsePersonName, revealIdentityNumber } from '@doudi/kernel'
import { ChoiceList, TextField } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import { type Answers, membersOf, withRegistration } from '../answers.ts'
import { errorOf, type Question, Reader } from '../question.ts'

const registers = ['rural', 'urban', 'unsure'] as const

/** Once somebody is named, the question has been answered by that. */
const namesFamily = (answers: Answers) =>
  membersOf(answers)
    .slice(1)
    .some(({ name }) => name)

export const identity: Question = {
  slug: 'identity',
  section: 'people',
  copies: () => [0],
  answered: ({ applicant }) => applicant !== undefined,
  title: ({ t }) => t('identity.title'),
  show: ({ answers }) => ({
    name: [answers.applicant?.name ?? ''],
    number: [answers.applicant?.identityNumber ?? ''],
    register: answers.applicant ? [membersOf(answers)[0]?.registration ?? 'unsure'] : [],
    more: answers.applicant ? [membersOf(answers).length > 1 ? 'yes' : 'no'] : [],
  }),
  read: (fields, { t, locale, answers, today }) => {
    const reader = new Reader(locale)
    const name = reader.read('name', () => parsePersonName(one(fields, 'name'))) ?? ''
    const number =
      reader.read('number', () => revealIdentityNumber(parseIdentityNumber(one(fields, 'number'), today))) ?? ''
    const register = registers.find(choice => choice === one(fields, 'register'))
    if (!register) reader.fail('register', t('identity.register.none'))
    const more = one(fields, 'more')
    const asked = !namesFamily(answers)
    if (asked && more !== 'yes' && more !== 'no') reader.fail('more', t('identity.more.none'))
    return reader.done(() => {
      const [first, ...family] = membersOf(answers)
      const self = { ...first, name, relation: 'self', documentKind: 'identity-card', identityNumber: number } as const
      const others = asked ? (more === 'yes' ? [{}] : []) : family
      return {
        ...answers,
        applicant: { ...answers.applicant, name, identityNumber: number },
        members: withRegistration([self, ...others], register === 'unsure' ? undefined : register),
      }
    })
  },
  rows: ({ t, answers }) => {
    const { applicant } = answers
    const number = applicant ? maskIdentityNumber(applicant.identityNumber) : ''
    const register = membersOf(answers)[0]?.registration ?? 'unsure'
    return [
      { what: t('review.applicant'), answer: `${applicant?.name ?? ''} ${number}` },
      { what: t('identity.register'), answer: t(`identity.register.${register}`) },
    ]
  },
  View: showing => {
    const { t, locale, fields, answers } = showing
    return (
      <>
        <h1>{t('identity.title')}</h1>
        <TextField
          name="name"
          locale={locale}
          label={t('identity.name')}
          value={one(fields, 'name')}
          autoComplete={answers.helper ? 'off' : 'name'}
          error={errorOf(showing, 'name')}
        />
        <TextField
          name="number"
          locale={locale}
          label={t('identity.number')}
          hint={t('identity.number.hint')}
          value={one(fields, 'number')}
          secret
          error={errorOf(showing, 'number')}
        />
        <ChoiceList
          name="register"
          locale={locale}
          label={t('identity.register')}
          hint={t('identity.register.hint')}
          inRow
          error={errorOf(showing, 'register')}
          chosen={fields.register ?? []}
          choices={registers.map(value => ({ value, label: t(`identity.register.${value}`) }))}
        />
        {!namesFamily(answers) && (
          <ChoiceList
            name="more"
            locale={locale}
            label={t('identity.more')}
            inRow
            error={errorOf(showing, 'more')}
            chosen={fields.more ?? []}
            choices={[
              { value: 'yes', label: t('identity.more.yes') },
              { value: 'no', label: t('identity.more.no') },
            ]}
          />
        )}
      </>
    )
  },
}

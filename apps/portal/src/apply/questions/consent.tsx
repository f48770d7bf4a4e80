/** The authorisation to check (授权书): three sentences, the full text, and each adult's own signature, now or at the visit. */
import { nameKey } from '@doudi/kernel'
import { ChoiceList, TextField } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import { type Answers, isAdult, membersOf, nameOf } from '../answers.ts'
import { errorOf, type Question, Reader, type Showing } from '../question.ts'

type Today = Parameters<typeof isAdult>[1]

const adults = (answers: Answers, today: Today): number[] =>
  membersOf(answers).flatMap((member, n) => (isAdult(member, today) ? [n] : []))

const signatureOf = ({ consents }: Answers, n: number) => consents?.find(({ memberIndex }) => memberIndex === n)

export const consent: Question = {
  slug: 'consent',
  section: 'rest',
  copies: () => [0],
  answered: answers => answers.consents !== undefined,
  title: ({ t }) => t('consent.title'),
  show: ({ answers, today }) =>
    Object.fromEntries(
      adults(answers, today).flatMap((n): [string, string[]][] => {
        const signed = signatureOf(answers, n)
        return [
          [`how-${n}`, answers.consents ? [signed ? 'phone' : 'field'] : []],
          [`sign-${n}`, [signed?.signedName ?? '']],
        ]
      }),
    ),
  read: (fields, { t, locale, answers, today }) => {
    const reader = new Reader(locale)
    const consents = adults(answers, today).flatMap(n => {
      const [how, signedName, name] = [one(fields, `how-${n}`), one(fields, `sign-${n}`).trim(), nameOf(answers, n)]
      if (how !== 'phone' && how !== 'field') reader.fail(`how-${n}`, t('consent.none', { name }))
      if (how !== 'phone') return []
      if (nameKey(signedName) !== nameKey(name)) reader.fail(`sign-${n}`, t('consent.differs', { name }))
      return [{ memberIndex: n, method: 'phone' as const, signedName }]
    })
    return reader.done(() => ({ ...answers, consents }))
  },
  rows: ({ t, answers, today }) =>
    adults(answers, today).map(n => ({
      what: t('review.consent', { name: nameOf(answers, n) }),
      answer: t(signatureOf(answers, n) ? 'consent.line.phone' : 'consent.line.field'),
    })),
  View: showing => {
    const { t, answers, today, office } = showing
    return (
      <>
        <h1>{t('consent.title')}</h1>
        <p>{t('consent.what')}</p>
        <ul class="plain-list">
          <li>{t('consent.summary.1')}</li>
          <li>{t('consent.summary.2')}</li>
          <li>{t('consent.summary.3')}</li>
        </ul>
        <details class="full-text">
          <summary>{t('consent.full')}</summary>
          <p>{t('consent.text', { office })}</p>
        </details>
        {adults(answers, today).map(n => (
          <Signing key={`${n}`} {...showing} person={n} />
        ))}
      </>
    )
  },
}

function Signing(showing: Showing & { person: number }) {
  const { t, locale, fields, answers, person } = showing
  const [how, sign, name] = [`how-${person}`, `sign-${person}`, nameOf(answers, person)]
  return (
    <ChoiceList
      name={how}
      locale={locale}
      label={t('consent.person', { name })}
      error={errorOf(showing, how)}
      chosen={fields[how] ?? []}
      choices={[
        {
          value: 'phone',
          label: t('consent.phone'),
          hint: t('consent.phone.hint'),
          more: (
            <TextField
              name={sign}
              locale={locale}
              label={t('consent.sign', { name })}
              value={one(fields, sign)}
              error={errorOf(showing, sign)}
            />
          ),
        },
        { value: 'field', label: t('consent.field'), hint: t('consent.field.hint') },
      ]}
    />
  )
}

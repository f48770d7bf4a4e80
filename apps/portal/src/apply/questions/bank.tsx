/** How to be paid: to a card or passbook, or 还没有卡, which is an answer like any other. */
import { accountTail, attempt, cleanText, parseBankAccount, parsePersonName } from '@doudi/kernel'
import { ChoiceList, TextField } from '@doudi/light-ui'
import { one } from '../../server/form.ts'
import { errorOf, type Question, Reader, type Showing } from '../question.ts'

/** A card carries a check digit, a passbook none; Chinese cards begin with 62, 4 or 5. */
function parseAccount(text: string) {
  const digits = text.replace(/\D/g, '')
  return parseBankAccount(
    text,
    digits.length >= 13 && digits.length <= 19 && /^(62|4|5)/.test(digits) ? 'card' : 'passbook',
  )
}

export const bank: Question = {
  slug: 'bank',
  section: 'rest',
  copies: () => [0],
  answered: ({ bankAccount }) => bankAccount !== undefined,
  title: ({ t }) => t('bank.title'),
  show: ({ answers: { bankAccount, applicant } }) => ({
    how: bankAccount === undefined ? [] : [bankAccount ? 'card' : 'without'],
    holder: [bankAccount?.holderName ?? applicant?.name ?? ''],
    bank: [bankAccount?.bank ?? ''],
    number: [bankAccount?.number ?? ''],
  }),
  read: (fields, { t, locale, answers }) => {
    const reader = new Reader(locale)
    const how = one(fields, 'how')
    if (how === 'without') return { answers: { ...answers, bankAccount: null } }
    if (how !== 'card') reader.fail('how', t('bank.none'))
    if (how !== 'card') return reader.done(() => answers)
    const holderName = reader.read('holder', () => parsePersonName(one(fields, 'holder'))) ?? ''
    const name =
      reader.read('bank', () => cleanText(one(fields, 'bank'), { max: 60, required: true, lines: false }).text) ?? ''
    const number = reader.read('number', () => parseAccount(one(fields, 'number'))) ?? ''
    return reader.done(() => ({ ...answers, bankAccount: { holderName, bank: name, number } }))
  },
  rows: ({ t, answers: { bankAccount } }) => {
    if (!bankAccount) return [{ what: t('review.bank'), answer: t('bank.without') }]
    const account = attempt(() => parseAccount(bankAccount.number))
    const tail = account.ok ? accountTail(account.value) : ''
    return [
      {
        what: t('review.bank'),
        answer: t('bank.line', { bank: bankAccount.bank, holder: bankAccount.holderName, tail }),
      },
    ]
  },
  View: showing => {
    const { t, locale, fields } = showing
    return (
      <ChoiceList
        name="how"
        question
        locale={locale}
        label={t('bank.title')}
        error={errorOf(showing, 'how')}
        chosen={fields.how ?? []}
        choices={[
          { value: 'card', label: t('bank.card'), hint: t('bank.card.hint'), more: <Account {...showing} /> },
          { value: 'without', label: t('bank.without'), hint: t('bank.without.hint') },
        ]}
      />
    )
  },
}

function Account(showing: Showing) {
  const { t, locale, fields } = showing
  const ask = (name: string) => ({ name, locale, value: one(fields, name), error: errorOf(showing, name) })
  return (
    <>
      <TextField {...ask('holder')} label={t('bank.holder')} />
      <TextField {...ask('bank')} label={t('bank.name')} hint={t('bank.name.hint')} />
      <TextField {...ask('number')} label={t('bank.number')} inputMode="numeric" secret />
    </>
  )
}

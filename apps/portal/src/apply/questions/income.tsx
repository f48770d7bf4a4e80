/** Income of one person, source by source: is there any, how much, a month or a year, or 说不准. Never a sum to work out. */
import { type Fen, formatYuan, fromWire, parseYuan, toWire } from '@doudi/kernel'
import { ChoiceList, MoneyField } from '@doudi/light-ui'
import { all, type Fields, one } from '../../server/form.ts'
import { type Income, type IncomeKind, incomeKinds, mayEarn, membersOf, nameOf, withMember } from '../answers.ts'
import { type Asking, errorOf, type Question, Reader, type Showing } from '../question.ts'

export const income: Question = {
  slug: 'income',
  section: 'money',
  copies: (answers, today) => membersOf(answers).flatMap((member, n) => (mayEarn(member, today) ? [n] : [])),
  answered: (answers, n) => membersOf(answers)[n]?.incomes !== undefined,
  title: ({ t, answers, n }) =>
    n === 0 && !answers.helper ? t('income.title.self') : t('income.title', { name: nameOf(answers, n) }),
  show: ({ answers, n }) => fieldsOf(membersOf(answers)[n]?.incomes, membersOf(answers)[n]?.socialInsuranceFen),
  read: (fields, asking) => {
    const { t, locale, answers, n } = asking
    const reader = new Reader(locale)
    const marked = incomeKinds.filter(kind => all(fields, 'kinds').includes(kind))
    const nothing = all(fields, 'kinds').includes('nothing')
    if (marked.length === 0 && !nothing) reader.fail('kinds', t('income.none'))
    if (marked.length > 0 && nothing) reader.fail('kinds', t('income.both'))
    const incomes = marked.map(kind => readIncome(fields, kind, asking, reader))
    const insured = marked.includes('wage') && one(fields, 'insurance').trim() !== ''
    const insurance = insured ? reader.read('insurance', () => toWire(parseYuan(one(fields, 'insurance')))) : undefined
    return reader.done(() => {
      const { socialInsuranceFen: _, ...member } = membersOf(answers)[n] ?? {}
      return withMember(answers, n, {
        ...member,
        incomes,
        ...(insurance === undefined ? {} : { socialInsuranceFen: insurance }),
      })
    })
  },
  rows: ({ t, answers, n }) => {
    const incomes = membersOf(answers)[n]?.incomes ?? []
    const lines = incomes.map(one => incomeText(one, t)).join('；')
    return [{ what: t('review.income', { name: nameOf(answers, n) }), answer: lines || t('review.no-income') }]
  },
  View: IncomeView,
}

const yuan = (amountFen: number) => formatYuan(fromWire(amountFen), { decimals: 'when-needed' })

function fieldsOf(incomes: readonly Income[] | undefined, insuranceFen: number | undefined): Fields {
  if (!incomes) return {}
  const details = incomes.flatMap(({ kind, amountFen, per }): [string, string[]][] => [
    [`amount-${kind}`, [amountFen === null ? '' : yuan(amountFen)]],
    [`per-${kind}`, [per]],
    [`unsure-${kind}`, amountFen === null ? ['yes'] : []],
  ])
  return {
    kinds: incomes.length > 0 ? incomes.map(({ kind }) => kind) : ['nothing'],
    insurance: [insuranceFen === undefined ? '' : yuan(insuranceFen)],
    ...Object.fromEntries(details),
  }
}

function readIncome(fields: Fields, kind: IncomeKind, { t }: Asking, reader: Reader): Income {
  const per = one(fields, `per-${kind}`) === 'year' ? 'year' : 'month'
  if (one(fields, `unsure-${kind}`) === 'yes') return { kind, amountFen: null, per }
  const name = `amount-${kind}`
  if (one(fields, name).trim() === '') reader.fail(name, t('income.needed', { kind: t(`income.${kind}`) }))
  const amount = reader.read(name, () => parseYuan(one(fields, name)))
  return { kind, amountFen: amount === undefined ? null : toWire(amount), per }
}

function incomeText({ kind, amountFen, per }: Income, t: Asking['t']): string {
  if (amountFen === null) return t('income.line.unsure', { kind: t(`income.${kind}`) })
  return t('income.line', { kind: t(`income.${kind}`), per: t(`income.unit.${per}`), amount: yuan(amountFen) })
}

/** All incomes of the family a month, in words of the check page; yearly ones by twelve. */
export function monthlyTotal(incomes: readonly Income[]): { amount: string; unsure: boolean } {
  const monthly =
    incomes.reduce((sum, { amountFen, per }) => sum + BigInt(amountFen ?? 0) * (per === 'month' ? 12n : 1n), 0n) / 12n
  const whole = ((monthly + 50n) / 100n) * 100n
  return {
    amount: formatYuan(whole as Fen, { decimals: 'when-needed' }),
    unsure: incomes.some(({ amountFen }) => amountFen === null),
  }
}

function IncomeView(showing: Showing) {
  const { t, locale, fields } = showing
  return (
    <ChoiceList
      name="kinds"
      question
      multiple
      locale={locale}
      label={income.title(showing)}
      hint={t('income.hint')}
      error={errorOf(showing, 'kinds')}
      chosen={fields.kinds ?? []}
      choices={[
        ...incomeKinds.map(kind => ({
          value: kind,
          label: t(`income.${kind}`),
          more: <Details {...showing} kind={kind} />,
        })),
        { value: 'nothing', label: t('income.nothing') },
      ]}
    />
  )
}

function Details(showing: Showing & { kind: IncomeKind }) {
  const { t, locale, fields, kind } = showing
  const [amount, per, unsure] = [`amount-${kind}`, `per-${kind}`, `unsure-${kind}`]
  return (
    <>
      <MoneyField
        name={amount}
        locale={locale}
        label={t('income.amount')}
        hint={t('income.amount.hint')}
        value={one(fields, amount)}
        error={errorOf(showing, amount)}
      />
      <ChoiceList
        name={per}
        locale={locale}
        label={t('income.per')}
        inRow
        chosen={[one(fields, per) || 'month']}
        choices={[
          { value: 'month', label: t('income.per.month') },
          { value: 'year', label: t('income.per.year') },
        ]}
      />
      <ChoiceList
        name={unsure}
        multiple
        locale={locale}
        label={<span class="hidden-text">{t('income.unsure')}</span>}
        chosen={fields[unsure] ?? []}
        choices={[{ value: 'yes', label: t('income.unsure') }]}
      />
      {kind === 'wage' && (
        <MoneyField
          name="insurance"
          locale={locale}
          optional
          label={t('income.insurance')}
          hint={t('income.insurance.hint')}
          value={one(fields, 'insurance')}
          error={errorOf(showing, 'insurance')}
        />
      )}
    </>
  )
}

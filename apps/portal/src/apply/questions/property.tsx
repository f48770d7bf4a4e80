/** Home, car, savings, business: yes, no, or 说不准. What they are not sure about is looked up with their authorisation. */
import { formatYuan, fromWire, parseYuan, toWire } from '@doudi/kernel'
import { type Choice, ChoiceList, MoneyField } from '@doudi/light-ui'
import { type Fields, one } from '../../server/form.ts'
import type { Answers } from '../answers.ts'
import { type Asking, errorOf, type Question, Reader, type Showing } from '../question.ts'

const items = ['homes', 'vehicles', 'deposits', 'business'] as const
type Item = (typeof items)[number]
type Property = NonNullable<Answers['property']>

/** What may be chosen for each; `2` stands for two or more. */
const offered: Readonly<Record<Item, readonly string[]>> = {
  homes: ['0', '1', '2', 'unsure'],
  vehicles: ['0', '1', '2', 'unsure'],
  deposits: ['no', 'yes', 'unsure'],
  business: ['no', 'yes', 'unsure'],
}

export const property: Question = {
  slug: 'property',
  section: 'money',
  copies: () => [0],
  answered: answers => answers.property !== undefined,
  title: ({ t }) => t('property.title'),
  show: ({ answers }) => (answers.property ? fieldsOf(answers.property) : {}),
  read: (fields, { t, locale, answers }) => {
    const reader = new Reader(locale)
    const chosen = (item: Item) => offered[item].find(value => value === one(fields, item))
    for (const item of items) if (chosen(item) === undefined) reader.fail(item, t(`property.none.${item}`))
    const count = (item: Item) => (chosen(item) === 'unsure' ? null : Number(chosen(item)))
    const savings = () => toWire(parseYuan(one(fields, 'deposits-amount')))
    const depositsFen =
      chosen('deposits') === 'yes' ? reader.read('deposits-amount', savings) : chosen('deposits') === 'no' ? 0 : null
    return reader.done(() => ({
      ...answers,
      property: {
        homes: count('homes'),
        vehicles: count('vehicles'),
        depositsFen: depositsFen ?? null,
        business: chosen('business') === 'unsure' ? null : chosen('business') === 'yes',
      },
    }))
  },
  rows: ({ t, answers }) => {
    if (!answers.property) return []
    const fields = fieldsOf(answers.property)
    return items.map(item => ({ what: t(`property.line.${item}`), answer: answerText(item, fields, t) }))
  },
  View: showing => (
    <>
      <h1>{showing.t('property.title')}</h1>
      <p class="quiet">{showing.t('property.hint')}</p>
      {items.map(item => (
        <ItemChoice key={item} {...showing} item={item} />
      ))}
    </>
  ),
}

function fieldsOf({ homes, vehicles, depositsFen, business }: Property): Fields {
  return {
    homes: [homes === null ? 'unsure' : String(homes)],
    vehicles: [vehicles === null ? 'unsure' : String(vehicles)],
    deposits: [depositsFen === null ? 'unsure' : depositsFen === 0 ? 'no' : 'yes'],
    'deposits-amount': [depositsFen ? formatYuan(fromWire(depositsFen), { decimals: 'when-needed' }) : ''],
    business: [business === null ? 'unsure' : business ? 'yes' : 'no'],
  }
}

function wordOf(item: Item, value: string, t: Asking['t']): string {
  if (value === 'unsure') return t('page.unsure')
  if (value === '0' || value === 'no') return t('page.no')
  if (item === 'homes' || item === 'vehicles') return value === '1' ? t(`property.${item}.1`) : t(`property.${item}.2`)
  return t('page.yes')
}

function answerText(item: Item, fields: Fields, t: Asking['t']): string {
  const amount = item === 'deposits' ? one(fields, 'deposits-amount') : ''
  return amount ? t('property.amount', { amount }) : wordOf(item, one(fields, item), t)
}

function ItemChoice(showing: Showing & { item: Item }) {
  const { t, locale, fields, item } = showing
  const amount = (
    <MoneyField
      name="deposits-amount"
      locale={locale}
      label={t('property.deposits.amount')}
      value={one(fields, 'deposits-amount')}
      error={errorOf(showing, 'deposits-amount')}
    />
  )
  const choices = offered[item].map(
    (value): Choice => ({
      value,
      label: wordOf(item, value, t),
      more: item === 'deposits' && value === 'yes' ? amount : undefined,
    }),
  )
  const hint = item === 'homes' || item === 'vehicles' ? t(`property.${item}.hint`) : undefined
  return (
    <ChoiceList
      name={item}
      locale={locale}
      label={t(`property.${item}`)}
      hint={hint}
      inRow={item !== 'deposits'}
      error={errorOf(showing, item)}
      chosen={fields[item] ?? []}
      choices={choices}
    />
  )
}

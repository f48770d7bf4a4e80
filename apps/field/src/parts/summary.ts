/** A part of the form in one line of plain words, for 「和上次一样」 and for the card. */
import type { VisitRecord } from '@doudi/sync'
import type { Household } from '../data/wire.ts'
import { yuanOf } from '../visit/amount.ts'
import type { Section } from '../visit/visit-draft.ts'
import type { Words } from '../words/index.ts'

type Part<S extends Section> = NonNullable<VisitRecord[S]>
type Say<S extends Section> = (
  part: Part<S>,
  household: Household | undefined,
  t: Words,
) => (string | false | undefined)[]

const nameOf = (household: Household | undefined, id: string) =>
  household?.members.find(({ personId }) => personId === id)?.name ?? ''

const amount = (fen: number | undefined) => fen !== undefined && yuanOf(fen)

const say: { readonly [S in Section]: Say<S> } = {
  present: (people, household, t) =>
    people.length === 0 ? [t('summary.nobody')] : people.map(id => nameOf(household, id)),
  house: ({ nature, structure, condition, rooms, areaSquareMetres }, _, t) => [
    nature && t(`nature.${nature}`),
    structure && t(`structure.${structure}`),
    condition && t(`condition.${condition}`),
    rooms !== undefined && t('summary.rooms', { count: rooms }),
    areaSquareMetres !== undefined && t('summary.area', { count: areaSquareMetres }),
  ],
  living: ({ water, electricityFenPerMonth, appliances, conditions }, _, t) => [
    water && t(`water.${water}`),
    electricityFenPerMonth !== undefined && t('summary.electricity', { amount: yuanOf(electricityFenPerMonth) }),
    appliances,
    conditions,
  ],
  members: (members, household, t) =>
    members.map(({ personId, health, labour, work, note }) =>
      [
        nameOf(household, personId),
        health && `${t('member.health')} ${t(`health.${health}`)}`,
        labour && `${t('member.labour')} ${t(`labour.${labour}`)}`,
        work,
        note,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  incomes: (incomes, household, t) =>
    incomes.length === 0
      ? [t('summary.nothing')]
      : incomes.map(({ personId, kind, amountFen, per }) =>
          t('summary.income', {
            ...{ name: nameOf(household, personId), kind: t(`income.${kind}`) },
            ...{ per: t(`per.${per}`), amount: yuanOf(amountFen) },
          }),
        ),
  property: ({ depositsFen, vehicles, homes, business, other }, _, t) => [
    depositsFen !== undefined && t('summary.deposits', { amount: yuanOf(depositsFen) }),
    vehicles !== undefined && t('summary.vehicles', { count: vehicles }),
    homes !== undefined && t('summary.homes', { count: homes }),
    business !== undefined && t('summary.business', { answer: t(business ? 'answer.yes' : 'answer.no') }),
    other,
  ],
  debts: ({ totalFen, reason }, _, t) => [
    totalFen !== undefined && t('summary.debts', { amount: amount(totalFen) || '0' }),
    reason,
  ],
}

export function summaryOf<S extends Section>(
  section: S,
  part: VisitRecord[S] | undefined,
  household: Household | undefined,
  t: Words,
): string {
  if (part === undefined) return ''
  const parts = (say[section] as Say<S>)(part as Part<S>, household, t).filter(Boolean)
  return parts.join('，')
}

/** The product's own query over the tables of the bench: W1 as `compileSql` prints it. */
import { type CompiledProgramme, compileSql, type SqlSource } from '@doudi/policy'

/** Money in fen, yes/no as 1 and 0, kinds by position: what `tables.ts` writes is what the form calls numbers. */
export const w1Source: SqlSource = {
  household: { from: ['household'], holds: 'numbers', id: 'id', columns: { registration: 'urban' } },
  member: {
    from: ['member'],
    holds: 'numbers',
    household: 'household',
    position: 'nr',
    columns: {
      otherIncome: 'other_income',
      disabilityGrade: 'grade',
      disabilityKind: 'kind',
      seriouslyIll: 'ill',
    },
  },
}

const options = ['不符合', '低保', '单人户低保', '低保边缘家庭']

/** Grant in fen and category, in the columns of the hand-written query; null, which no table takes, where in doubt. */
export function w1Sql(programme: CompiledProgramme): string {
  const { text, texts, outputs } = compileSql(programme, { ...w1Source, outputs: ['月低保金', '对象类别'] })
  const [grant, category] = outputs as [(typeof outputs)[0], (typeof outputs)[0]]
  const positions = texts.map(option => options.indexOf(option)).join(', ')
  return `
    select household, (${grant.column} * 100 / ${grant.over})::integer as grant_fen,
      (array[${positions}])[${category.column} + 1]::smallint as category
    from (${text}) decided`
}

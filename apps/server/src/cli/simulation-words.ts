/** The answer of `doudi simulate` for programs and for people. */
import type { Change, Comparison, Tally, VariantResult } from '@doudi/policy'
import type { NamedChange, Simulated } from './simulated-register.ts'

export interface SimulationAnswer extends Omit<Simulated, 'result'> {
  readonly households: number
  readonly variants: readonly VariantResult[]
  readonly comparisons: readonly Comparison[]
  readonly synthetic: boolean
  readonly seconds: number
}

export function simulationInJson({ variants, seconds, ...rest }: SimulationAnswer): string {
  const withTotals = variants.map(variant => ({ ...variant, total: totalOf(variant.tallies) }))
  return `${JSON.stringify({ ...rest, variants: withTotals, seconds: Number(seconds.toFixed(3)) })}\n`
}

export function simulationInWords(answer: SimulationAnswer): string {
  const { households, synthetic, seconds, variants, comparisons, changed } = answer
  const what = synthetic ? '虚构的家庭 invented households' : '户 households'
  return [
    `${grouped(households)} ${what}, ${seconds.toFixed(1)} s\n`,
    ...billLines(variants),
    ...comparisons.flatMap(comparisonLines),
    ...(changed.length > 0 ? ['', ...changed.map(changedLine)] : []),
    '',
  ].join('\n')
}

/** Beside each other: who is helped under each set of rules, in all and by category. */
function billLines(variants: readonly VariantResult[]): string[] {
  const categories = [...new Set(variants.flatMap(({ tallies }) => tallies.map(({ category }) => category)))].sort()
  const row = (label: string, cell: (variant: VariantResult) => string) =>
    `${label.padEnd(34)}${variants.map(variant => cell(variant).padStart(28)).join('')}`
  const undecided = ({ refused }: VariantResult) => Object.values(refused).reduce((sum, n) => sum + n, 0)
  return [
    row('', ({ name }) => name),
    row('帮到的户 households helped', v => grouped(totalOf(v.tallies).helped)),
    row('保障人数 people covered', v => grouped(totalOf(v.tallies).people)),
    ...(isMonthly(variants)
      ? [
          row('每月 yuan a month', v => yuan(totalOf(v.tallies).fen)),
          row('每年 yuan a year', v => yuan(12 * totalOf(v.tallies).fen)),
        ]
      : [row('一次 yuan one time', v => yuan(totalOf(v.tallies).fen))]),
    row('算不出 undecided', v => grouped(undecided(v))),
    ...categories.map(category =>
      row(`  ${category}`, ({ tallies }) => {
        const { households, fen } = totalOf(tallies.filter(tally => tally.category === category))
        return `${grouped(households)} / ${yuan(fen)}`
      }),
    ),
  ]
}

const isMonthly = (variants: readonly VariantResult[]) => variants.every(({ paid }) => paid === 'monthly')

const changeWords: Readonly<Record<Change, string>> = {
  enters: '进入 enter',
  leaves: '退出 leave',
  gains: '增加 gain',
  loses: '减少 lose',
  unchanged: '不变 unchanged',
  undecided: '算不出 undecided',
}

function comparisonLines({ before, after, changes, moves }: Comparison): string[] {
  const byChange = Map.groupBy(changes, ({ change }) => change)
  const byArea = Map.groupBy(changes, ({ area }) => area)
  const difference = (list: Comparison['changes']) =>
    list.reduce((sum, { fenBefore, fenAfter }) => sum + fenAfter - fenBefore, 0)
  const count = (list: Comparison['changes']) => list.reduce((sum, { households }) => sum + households, 0)
  return [
    '',
    `${before} → ${after}`,
    ...[...byChange].map(
      ([change, list]) =>
        `  ${changeWords[change].padEnd(20)}${grouped(count(list)).padStart(12)}  ${signed(difference(list))}`,
    ),
    ...moves.slice(0, 8).map(({ from, to, households }) => `  ${`${from} → ${to}`.padEnd(32)}${grouped(households)}`),
    ...[...byArea].map(([area, list]) => `  ${area.padEnd(20)}${signed(difference(list)).padStart(24)}`),
  ]
}

function changedLine({ before, after, id, area, change, fenBefore, fenAfter }: NamedChange): string {
  return `${before} → ${after}  ${id}  ${area}  ${changeWords[change]}  ${yuan(fenBefore)} → ${yuan(fenAfter)}`
}

export function totalOf(tallies: readonly Tally[]): Omit<Tally, 'area' | 'category'> {
  const sum = (of: 'households' | 'helped' | 'people' | 'fen') => tallies.reduce((total, tally) => total + tally[of], 0)
  return {
    households: sum('households'),
    helped: sum('helped'),
    people: sum('people'),
    fen: sum('fen'),
  }
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function yuan(fen: number): string {
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '−' : ''}${grouped(Math.floor(Math.abs(fen) / 100))}.${cents}`
}

function signed(fen: number): string {
  return `${fen > 0 ? '+' : ''}${yuan(fen)} 元`
}

/** Amounts: tabular figures, thousands separated, 元 once; on release pages the capitals beside them. */
import { chineseCapitals, fen, formatYuan } from '@doudi/kernel'
import { useWords } from '../words.ts'

export function yuan(amountFen: number): string {
  return formatYuan(fen(amountFen), { decimals: 'when-needed' })
}

/** The bare figure, for table cells whose header names the unit. */
export function Figure({ fen: amount }: { fen: number | null | undefined }) {
  return <span className="figure">{amount === null || amount === undefined ? '—' : formatYuan(fen(amount))}</span>
}

export function Monthly({ fen: amount }: { fen: number }) {
  const t = useWords()
  return <span className="figure">{t('money.monthly', { amount: yuan(amount) })}</span>
}

export function Capitals({ fen: amount }: { fen: number }) {
  return (
    <span className="capitals" lang="zh-CN">
      {chineseCapitals(fen(amount))}
    </span>
  )
}

/** Amounts as people type them, in whole fen. Without BigInt, which the oldest phones cannot read. */
const typed = /^(\d{1,3}(?:,\d{3})+|\d{1,11})(?:\.(\d{1,2}))?$/

/** Undefined for nothing, null for what is no amount. */
export function fenOf(text: string): number | undefined | null {
  const plain = text
    .replace(/[０-９．，]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s¥￥元]/g, '')
  if (plain === '') return undefined
  const match = typed.exec(plain)
  if (!match) return null
  return Number((match[1] ?? '').replace(/,/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** `1200` → `12`, `1250` → `12.50`. */
export function yuanOf(fen: number | undefined): string {
  if (fen === undefined) return ''
  const rest = fen % 100
  const whole = String((fen - rest) / 100)
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`
}

/** A difference in money: `+1,320`, `−80`. */
import { yuan } from '../../parts/money.tsx'

export function signedYuan(fen: number): string {
  if (fen === 0) return '0'
  return `${fen > 0 ? '+' : '−'}${yuan(Math.abs(fen))}`
}

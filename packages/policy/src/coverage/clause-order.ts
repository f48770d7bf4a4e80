/** Clauses in the order in which they stand in their document, as far as their numbers tell. */
const digits = '零一二三四五六七八九'

export function compareClauses(a: string, b: string): number {
  const [left, right] = [sortable(a), sortable(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** `第十三条` → `第0013条`, so that plain comparison puts it after `第九条`. */
function sortable(clause: string): string {
  return clause.replace(/[零一二三四五六七八九十百]+|\d+/g, number => String(numberOf(number)).padStart(4, '0'))
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let [total, digit] = [0, 0]
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    } else digit = digits.indexOf(sign)
  }
  return total + digit
}

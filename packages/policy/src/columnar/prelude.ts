/**
 * What a kernel may call: rounding and calendar arithmetic on whole numbers below 2^53, where a division of doubles
 * followed by floor or ceil is exact. Written as text, because a kernel is text that a worker thread can receive.
 */
export const prelude = `
const up = (n, d) => n < 0 ? Math.floor(n / d) : Math.ceil(n / d)
const halves = (n, d, tie) => {
  const size = Math.abs(n), below = Math.floor(size / d), twice = (size - below * d) * 2
  const near = twice > d || (twice === d && tie(below)) ? below + 1 : below
  return n < 0 ? -near : near
}
const halfUp = (n, d) => halves(n, d, () => true)
const halfDown = (n, d) => halves(n, d, () => false)
const halfEven = (n, d) => halves(n, d, below => below % 2 === 1)
const modulo = (n, d) => n - Math.floor(n / d) * d
const fullMonths = (a, b) => ((b >> 9) - (a >> 9)) * 12 + ((b >> 5) & 15) - ((a >> 5) & 15) - ((b & 31) < (a & 31))
const monthsBetween = (a, b) => a > b ? 0 - fullMonths(b, a) : fullMonths(a, b)
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const addMonths = (date, months) => {
  const all = (date >> 9) * 12 + ((date >> 5) & 15) - 1 + months
  const year = Math.floor(all / 12), month = all - year * 12
  const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return year * 512 + (month + 1) * 32 + Math.min(date & 31, lengths[month] + (leap ? 1 : 0))
}
`

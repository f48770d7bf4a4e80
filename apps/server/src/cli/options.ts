/** Options that several commands read alike. */

export function wholeNumber(option: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} wants a whole number from 1, found "${text}"`)
  return value
}

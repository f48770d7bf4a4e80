/** The lines in which every measurement is told, for programs and for people. Pure. */

export interface Line {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly spread: Readonly<Record<string, number | string>> | null
  readonly goal: string | null
  readonly ok: boolean
}

export const inJson = (line: Line) => `${JSON.stringify(line)}\n`

export function inWords({ name, value, unit, spread, goal, ok }: Line): string {
  const around = spread
    ? `  (${Object.entries(spread)
        .map(([part, figure]) => `${part} ${figure}`)
        .join(', ')})`
    : ''
  const verdict = goal ? `  ${ok ? '✓' : '✗'} ${goal}` : ''
  return `${name.padEnd(36)} ${String(value).padStart(9)} ${unit}${verdict}${around}\n`
}

export const rounded = (value: number) => Math.round(value * 10) / 10

/** Three digits that mean something, however large or small the figure is. */
export const threeDigits = (value: number) => Number(value.toPrecision(3))

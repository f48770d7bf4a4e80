/** Random decision tables: for each way of hitting, rows over one or two inputs. */
import type { FuzzForm } from './form.ts'
import type { Kind, Writer } from './formula.ts'
import type { Random } from './random.ts'

export interface WrittenTable {
  readonly hit: string
  readonly rows: readonly string[]
  readonly order: readonly string[]
}

interface Column {
  readonly heading: string
  readonly cells: readonly string[]
}

/** `kind` is that of the result. */
export function randomTable(
  kind: Kind,
  options: readonly string[],
  form: FuzzForm,
  writer: Writer,
  random: Random,
): WrittenTable {
  const isNumber = kind === 'number'
  const hit = random.pick([
    ...['unique', 'first', 'any'],
    ...(isNumber ? ['collect sum', 'collect min', 'collect max', 'collect count'] : []),
    ...(kind === 'choice' ? ['priority', 'priority'] : []),
  ])
  return hit === 'unique' || hit === 'any'
    ? covering(hit, kind, options, form, writer, random)
    : free(hit, kind, options, writer, random)
}

/** One column whose cells leave nothing out and do not overlap. */
function covering(
  hit: string,
  kind: Kind,
  options: readonly string[],
  form: FuzzForm,
  writer: Writer,
  random: Random,
): WrittenTable {
  const { heading, cells } = random.pick([numberColumn, choiceColumn, truthColumn])(form, writer, random)
  const result = () => writer.write(kind, options, 0)
  return {
    hit,
    order: [],
    rows: [`${heading} | 结果`, ...cells.map(cell => `${cell} | ${literalOf(kind, options, random) ?? result()}`)],
  }
}

function numberColumn(_: FuzzForm, writer: Writer, random: Random): Column {
  const ends = [...new Set(random.times(1, 3, () => random.whole(-3, 12)))].sort((a, b) => a - b)
  const between = ends.slice(1).map((end, i) => `[${ends[i]}..${end})`)
  return { heading: writer.write('number', [], 1), cells: [`< ${ends[0]}`, ...between, `>= ${ends.at(-1)}`] }
}

function choiceColumn(form: FuzzForm, writer: Writer, random: Random): Column {
  const field = form.fields.find(one => one.type === 'choice' && !one.nullable)
  if (!field) return truthColumn(form, writer)
  const [first, ...others] = field.options.map(option => `"${option}"`)
  return random.chance(0.5)
    ? { heading: writer.write('choice', field.options, 0), cells: [first!, others.join(', ')] }
    : { heading: writer.write('choice', field.options, 0), cells: [first!, `not(${first})`] }
}

function truthColumn(_: FuzzForm, writer: Writer): Column {
  return { heading: writer.write('yes-no', [], 1), cells: ['true', 'false'] }
}

/** Two columns with cells that may overlap, and a default. */
function free(hit: string, kind: Kind, options: readonly string[], writer: Writer, random: Random): WrittenTable {
  const headings = random.times(1, 2, () => writer.write('number', [], 1))
  const cell = () =>
    random.chance(0.2)
      ? '-'
      : random.pick([
          () => `${random.pick(['<', '<=', '>', '>='])} ${writer.write('number', [], 0)}`,
          () => `[${random.whole(-2, 3)}..${random.whole(4, 12)}]`,
          () => `${random.whole(0, 5)}, ${random.whole(6, 9)}`,
          () => `not(${random.whole(0, 5)})`,
        ])()
  const isPriority = hit === 'priority'
  const result = () => (isPriority ? `"${random.pick(options)}"` : writer.write(kind, options, 1))
  const rows = random.times(1, 4, () => [...headings.map(cell), result()].join(' | '))
  return {
    hit,
    rows: [[...headings, '结果'].join(' | '), ...rows, `默认 | ${result()}`],
    order: isPriority ? [...options].sort(() => (random.chance(0.5) ? 1 : -1)) : [],
  }
}

function literalOf(kind: Kind, options: readonly string[], random: Random): string | null {
  if (kind === 'number') return String(random.whole(0, 9))
  if (kind === 'yes-no') return String(random.chance(0.5))
  return kind === 'choice' ? `"${random.pick(options)}"` : null
}

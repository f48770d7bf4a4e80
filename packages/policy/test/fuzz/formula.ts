/**
 * Random formulas, well typed as far as that can be seen while writing them: what the checker still refuses is left out
 * of the policy afterwards. Everything is bracketed, so that a formula means what its writer meant.
 */
import { dates, type FuzzForm } from './form.ts'
import type { Random } from './random.ts'

export type Kind = 'number' | 'yes-no' | 'choice' | 'date'

/** A formula that others may read. */
export interface Named {
  readonly name: string
  readonly scope: 'household' | 'member'
  readonly kind: Kind
  readonly options: readonly string[]
}

/** A loop around the formula being written: its variable, or null where items are written without one. */
type OpenRow = string | null

const L = '家庭成员'

export class Writer {
  private readonly form: FuzzForm
  private readonly rules: readonly Named[]
  private readonly random: Random
  private rows: readonly OpenRow[]
  private variables = 0

  constructor(form: FuzzForm, rules: readonly Named[], scope: 'household' | 'member', random: Random) {
    ;[this.form, this.rules, this.random] = [form, rules, random]
    this.rows = scope === 'member' ? [null] : []
  }

  write(kind: Kind, options: readonly string[], depth: number): string {
    switch (kind) {
      case 'number':
        return this.number(depth)
      case 'yes-no':
        return this.truth(depth)
      case 'choice':
        return this.text(options, depth)
      case 'date':
        return this.date(depth)
    }
  }

  // ── Names ──

  /** How an item of a member is written here; empty where no member is at hand. */
  private items(name: string): string[] {
    const bare = this.rows.includes(null) ? [name] : []
    return [...bare, ...this.rows.flatMap(row => (row === null ? [] : [`${row}.${name}`]))]
  }

  /** Everything of a kind that may be named without a test. */
  private names(kind: Kind, options?: readonly string[]): string[] {
    const fits = (thing: { options: readonly string[] }) => !options || thing.options === options
    const fields = this.form.fields.filter(field => field.type === kind && !field.nullable && fits(field))
    const rules = this.rules.filter(rule => rule.kind === kind && fits(rule))
    const parameters = options ? [] : this.form.parameters.filter(parameter => parameter.type === kind)
    return [
      ...[...fields, ...rules].flatMap(({ name, scope }) => (scope === 'household' ? [name] : this.items(name))),
      ...parameters.map(({ name }) => name),
    ]
  }

  /** A value that may be missing, asked for first. */
  private asked(kind: Kind): string | null {
    const found = this.form.fields.filter(field => field.type === kind && field.nullable)
    const names = found.flatMap(({ name, scope }) => (scope === 'household' ? [name] : this.items(name)))
    return names.length === 0 ? null : this.random.pick(names)
  }

  private named(kind: Kind, otherwise: () => string, options?: readonly string[]): string {
    const names = this.names(kind, options)
    return names.length === 0 ? otherwise() : this.random.pick(names)
  }

  // ── Loops ──

  private inside<T>(row: OpenRow, write: () => T): T {
    const { rows } = this
    this.rows = [...rows, row]
    try {
      return write()
    } finally {
      this.rows = rows
    }
  }

  private source(depth: number, mayBeEmpty: boolean): string {
    if (!mayBeEmpty || this.random.chance(0.5)) return L
    // In a filter a bare name is about the member that is tried.
    const { rows } = this
    const variables = rows.filter(row => row !== null)
    this.rows = [...variables, null]
    const condition = this.truth(depth)
    this.rows = rows
    return `${L}[${condition}]`
  }

  private each(kind: Kind, depth: number, mayBeEmpty: boolean, options: readonly string[] = []): string {
    const source = this.source(depth, mayBeEmpty)
    const items = [...this.form.fields, ...this.rules].filter(
      item =>
        item.scope === 'member' &&
        ('type' in item ? item.type === kind && !item.nullable : item.kind === kind) &&
        (kind !== 'choice' || item.options === options),
    )
    if (items.length > 0 && this.random.chance(0.35)) return `${source}.${this.random.pick(items).name}`
    const variable = `m${this.variables++}`
    return `(for ${variable} in ${source} return ${this.inside(variable, () => this.write(kind, options, depth))})`
  }

  private get mayLoop(): boolean {
    return this.rows.length < 3
  }

  // ── Numbers ──

  private number(depth: number): string {
    const { random } = this
    if (depth <= 0) return random.chance(0.7) ? this.named('number', () => this.literal()) : this.literal()
    const sub = () => this.number(depth - 1 - random.whole(0, 1))
    const ways: (() => string)[] = [
      () => `(${sub()} + ${sub()})`,
      () => `(${sub()} - ${sub()})`,
      () => `(${sub()} * ${sub()})`,
      () => `(${sub()} / ${this.positive(depth - 1)})`,
      () => `(${sub()} / ${this.positive(depth - 1)})`,
      () => `(-(${sub()}))`,
      () => `(if ${this.truth(depth - 1)} then ${sub()} else ${sub()})`,
      () => this.rounded(sub()),
      () => this.rounded(sub()),
      () => `${random.pick(['min', 'max'])}(${random.times(2, 3, sub).join(', ')})`,
      () => `abs(${sub()})`,
      () => `modulo(${sub()}, ${this.positive(depth - 1)})`,
      () => `${random.pick(['sum', 'min', 'max', 'mean'])}([${random.times(1, 3, sub).join(', ')}])`,
      () => `count([${random.times(0, 3, sub).join(', ')}])`,
      () => `(${this.date(depth - 1)}).${random.pick(['year', 'month', 'day'])}`,
      () => `(${this.duration(depth - 1)}).${random.pick(['years', 'months'])}`,
      () => this.askedNumber(depth),
    ]
    if (this.mayLoop)
      ways.push(
        () => `${random.pick(['sum', 'sum', 'min', 'max', 'mean'])}(${this.each('number', depth - 1, false)})`,
        () => `${random.pick(['sum', 'sum', 'min', 'max', 'mean'])}(${this.each('number', depth - 1, false)})`,
        () => `count(${this.source(depth - 1, true)})`,
        () => `count(${this.each(random.pick(['number', 'yes-no']), depth - 1, true)})`,
      )
    return random.pick(ways)()
  }

  private askedNumber(depth: number): string {
    const name = this.asked('number')
    if (name === null) return this.number(depth - 1)
    const known = this.random.pick([
      name,
      `(${name} * ${this.number(depth - 2)})`,
      `(${name} / ${this.positive(depth - 2)})`,
    ])
    return this.random.chance(0.5)
      ? `(if ${name} = null then ${this.number(depth - 1)} else ${known})`
      : `(if ${name} != null then ${known} else ${this.number(depth - 1)})`
  }

  private rounded(of: string): string {
    const { random } = this
    const one = random.pick(['ceiling', 'floor', null, null])
    if (one !== null) return `${one}(${of})`
    const way = random.pick(['decimal', 'round up', 'round down', 'round half up', 'round half down'])
    return `${way}(${of}, ${random.pick([0, 0, 1, 2, 3])})`
  }

  private positive(depth: number): string {
    const { random } = this
    const small = random.pick(['2', '3', '7', '12', '0.5', '0.01', '0.3', '1', '1000'])
    if (depth <= 0) return random.chance(0.5) ? small : `count(${L})`
    return random.pick([
      () => small,
      () => `count(${L})`,
      () => `max(${this.number(depth - 1)}, ${small})`,
      () => `(abs(${this.number(depth - 1)}) + ${small})`,
      () => `(${this.positive(depth - 1)} * ${this.positive(depth - 1)})`,
      () => `(${this.positive(depth - 1)} / ${random.pick(['2', '3', '0.5'])})`,
      () => `(if ${this.truth(depth - 1)} then ${this.positive(depth - 1)} else ${small})`,
      // May be refused; then the formula is left out.
      () => this.named('number', () => small),
    ])()
  }

  private literal(): string {
    const { random } = this
    const value = random.pick([
      '0',
      '1',
      '2',
      '3',
      '5',
      '7',
      '10',
      '12',
      '100',
      '0.5',
      '0.25',
      '0.1',
      '0.01',
      '940',
      '1.5',
    ])
    return random.chance(0.12) ? `(-${value})` : value
  }

  // ── Yes and no ──

  private truth(depth: number): string {
    const { random } = this
    if (depth <= 0)
      return random.chance(0.5)
        ? this.named('yes-no', () => this.comparison(0))
        : random.chance(0.1)
          ? String(random.chance(0.5))
          : this.comparison(0)
    const sub = () => this.truth(depth - 1 - random.whole(0, 1))
    const ways: (() => string)[] = [
      () => this.comparison(depth - 1),
      () => this.comparison(depth - 1),
      () => `(${sub()} and ${sub()})`,
      () => `(${sub()} or ${sub()})`,
      () => `not(${sub()})`,
      () => `(${sub()} ${random.pick(['=', '!='])} ${sub()})`,
      () => `(if ${sub()} then ${sub()} else ${sub()})`,
      () => `(${this.number(depth - 1)} in (${random.times(1, 3, () => this.numberTest(depth - 2)).join(', ')}))`,
      () => `(${this.number(depth - 1)} between ${this.number(depth - 2)} and ${this.number(depth - 2)})`,
      () => `${random.pick(['even', 'odd'])}(${this.number(depth - 1)})`,
      () => `(${this.date(depth - 1)} ${this.operator()} ${this.date(depth - 1)})`,
      () => `(${this.date(depth - 1)} in (${this.date(0)}, (${this.date(0)}..${this.date(0)}]))`,
      () => `(${this.duration(depth - 1)} ${this.operator()} ${this.duration(depth - 1)})`,
      () => this.textTest(depth),
      () => this.textTest(depth),
      () => this.askedTruth(depth),
      () =>
        `list contains([${random.times(1, 3, () => this.number(depth - 2)).join(', ')}], ${this.number(depth - 1)})`,
      () => `${random.pick(['all', 'any'])}([${random.times(0, 3, sub).join(', ')}])`,
    ]
    if (this.mayLoop)
      ways.push(
        () => this.quantified(depth),
        () => this.quantified(depth),
        () => `${random.pick(['all', 'any'])}(${this.each('yes-no', depth - 1, true)})`,
        () => `list contains(${this.each('number', depth - 1, true)}, ${this.number(depth - 1)})`,
        () => this.containsText(depth),
      )
    return random.pick(ways)()
  }

  private operator(): string {
    return this.random.pick(['=', '!=', '<', '<=', '>', '>='])
  }

  private comparison(depth: number): string {
    return `(${this.number(depth)} ${this.operator()} ${this.number(depth)})`
  }

  private numberTest(depth: number): string {
    const { random } = this
    if (random.chance(0.4)) return this.number(depth)
    if (random.chance(0.5)) return `${random.pick(['<', '<=', '>', '>='])} ${this.number(depth)}`
    const [open, close] = [random.pick(['[', '(']), random.pick([']', ')'])]
    return `${open}${this.number(depth)}..${this.number(depth)}${close}`
  }

  private quantified(depth: number): string {
    const source = this.source(depth - 1, true)
    const variable = `m${this.variables++}`
    const condition = this.inside(variable, () => this.truth(depth - 1))
    return `(${this.random.pick(['some', 'every'])} ${variable} in ${source} satisfies ${condition})`
  }

  private askedTruth(depth: number): string {
    const { random } = this
    const number = this.asked('number')
    if (number !== null && random.chance(0.5))
      return random.chance(0.5)
        ? `(${number} != null and (${number} ${this.operator()} ${this.number(depth - 1)}))`
        : `(${number} = null or (${number} ${this.operator()} ${this.number(depth - 1)}))`
    const truth = this.asked('yes-no')
    if (truth !== null && random.chance(0.5)) return `(${truth} != null and ${truth})`
    const any = this.asked(random.pick(['number', 'yes-no', 'choice', 'date']))
    return any === null ? this.truth(depth - 1) : `(${any} ${random.pick(['=', '!='])} null)`
  }

  // ── Texts ──

  private anyOptions(): readonly string[] {
    return this.random.pick(this.form.fields).options
  }

  private textTest(depth: number): string {
    const { random } = this
    const options = this.anyOptions()
    const text = this.text(options, depth - 1)
    if (random.chance(0.5)) return `(${text} ${random.pick(['=', '!='])} ${this.text(options, depth - 1)})`
    return `(${text} in (${random.times(1, 2, () => quoted(random.pick(options))).join(', ')}))`
  }

  private containsText(depth: number): string {
    const options = this.anyOptions()
    return `list contains(${this.each('choice', depth - 1, true, options)}, ${this.text(options, depth - 1)})`
  }

  private text(options: readonly string[], depth: number): string {
    const { random } = this
    const literal = () => quoted(random.pick(options))
    if (depth <= 0) return random.chance(0.6) ? this.named('choice', literal, options) : literal()
    const asked = this.form.fields.find(field => field.type === 'choice' && field.nullable && field.options === options)
    const names = asked ? (asked.scope === 'household' ? [asked.name] : this.items(asked.name)) : []
    if (names.length > 0 && random.chance(0.2)) return `(if ${names[0]} != null then ${names[0]} else ${literal()})`
    if (random.chance(0.5)) return this.named('choice', literal, options)
    return `(if ${this.truth(depth - 1)} then ${this.text(options, depth - 1)} else ${this.text(options, depth - 1)})`
  }

  // ── Dates ──

  private date(depth: number): string {
    const { random } = this
    const literal = () => (random.chance(0.3) ? '评估日期' : `date("${random.pick(dates)}")`)
    if (depth <= 0) return random.chance(0.7) ? this.named('date', literal) : literal()
    const asked = this.asked('date')
    return random.pick([
      () => this.named('date', literal),
      () => `(${this.date(depth - 1)} ${random.pick(['+', '-'])} ${this.duration(depth - 1)})`,
      () => `(if ${this.truth(depth - 1)} then ${this.date(depth - 1)} else ${this.date(depth - 1)})`,
      () => (asked === null ? literal() : `(if ${asked} = null then ${literal()} else ${asked})`),
    ])()
  }

  private duration(depth: number): string {
    const { random } = this
    const literal = () =>
      `duration("${random.pick(['P1Y', 'P18Y', 'P60Y', 'P1M', 'P11M', 'P13M', 'P1Y6M', '-P1M', 'P999Y', '-P18Y'])}")`
    if (depth <= 0) return literal()
    return random.pick([
      literal,
      () => `years and months duration(${this.date(depth - 1)}, ${this.date(depth - 1)})`,
      () => `years and months duration(${this.date(depth - 1)}, ${this.date(depth - 1)})`,
      () => `(if ${this.truth(depth - 1)} then ${this.duration(depth - 1)} else ${this.duration(depth - 1)})`,
    ])()
  }
}

function quoted(text: string): string {
  return `"${text}"`
}

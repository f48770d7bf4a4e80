/** The parts of the language reference that are made from the code, so that the page cannot say something else. */
import { functionNames } from './check/checked.ts'
import { functionNotes } from './check/function-notes.ts'
import { knownUnits } from './schema/unit.ts'
import { type HitPolicy, hitNames, hitPolicies } from './tables/table.ts'

const hitNotes: Readonly<Record<HitPolicy, string>> = {
  unique: 'exactly one row covers each case 每种情形只有一行',
  any: 'rows may overlap where their results are the same 可以重叠，但结果要一样',
  first: 'the upper row wins 上面的行优先',
  priority: 'the result named first in `order` wins 按 `order` 的次序取结果',
  'collect sum': 'results are added; 0 where none hits 相加，没有命中为 0',
  'collect min': 'the least of what hits 取最低',
  'collect max': 'the greatest of what hits 取最高',
  'collect count': 'how many rows hit 命中几行',
}

/** Markdown by the name of its place in `docs/reference/policy-language.md`. */
export function languageReference(): Readonly<Record<'functions' | 'hits' | 'units', string>> {
  return {
    functions: table(
      ['function 函数', 'what 作用', 'example 例'],
      functionNames.map(name => {
        const { call, zh, en, example } = functionNotes[name]
        return [`\`${call}\``, `${zh} ${en}`, `\`${example}\``]
      }),
    ),
    hits: table(
      ['`hit`', '名称', 'meaning 含义'],
      hitPolicies.map(hit => [`\`${hit}\``, hitNames[hit], hitNotes[hit]]),
    ),
    units: `Known units 可用的单位: ${knownUnits()}`,
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

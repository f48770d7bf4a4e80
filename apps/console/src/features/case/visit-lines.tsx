/** What a visit wrote down, as lines somebody can read: the place's name, whose it is, and the value. */
import { names } from '../../language.tsx'
import { yuan } from '../../parts/money.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import type { Visit } from './case-views.ts'
import en from './visit-names.en.ts'
import zh from './visit-names.zh-CN.ts'

type Scalar = string | number | boolean
type Value = Scalar | readonly string[] | Readonly<Record<string, Scalar>>
type Form = NonNullable<Visit['form']>

const useVisitNames = names(zh, en)

/** A hook that names a line of a visit record (`members/<person>/health`) and says its value. */
export function useVisitWords({ state }: Pick<CaseDetail, 'state'>) {
  const word = useVisitNames()
  const name = useNames()
  const person = (id: string) => state.members.find(member => member.personId === id)?.name
  const scalar = (field: string, value: Scalar): string => {
    if (/Fen(PerMonth)?$/.test(field)) return `${yuan(Number(value))} 元`
    return field === 'kind' ? name('income', String(value)) : word('seen', String(value))
  }
  return {
    label: (path: string): string => {
      const parts = path.split('/')
      const whose = parts.map(person).find(Boolean)
      const bare = parts.filter(part => !/^[0-9a-f-]{36}$/.test(part))
      const field = parts[0] === 'incomes' ? 'incomes' : bare.join('/')
      const kind = parts[0] === 'incomes' && bare[1] ? ` · ${name('income', bare[1])}` : ''
      return `${whose ? `${whose} · ` : ''}${word('record', field)}${kind}`
    },
    value: (path: string, value: Value | null): string => {
      if (value === null) return '—'
      const field = path.split('/').at(-1) ?? ''
      if (Array.isArray(value)) return value.map(each => person(each) ?? each).join('、')
      if (typeof value !== 'object')
        return field === 'conclusion' ? name('conclusion', String(value)) : scalar(field, value as Scalar)
      return Object.entries(value)
        .map(([key, part]) => scalar(key, part))
        .join(' ')
    },
  }
}

/** The lines of a whole record that are facts about the family, in the order of the form. Pure. */
export function linesOf(
  form: Form,
): readonly (readonly [path: string, value: Scalar | Readonly<Record<string, Scalar>>])[] {
  const { house = {}, living = {}, property = {}, debts = {}, members = [], incomes = [], conclusionText } = form
  const parts = Object.entries({ house, living, property, debts }).flatMap(([part, seen]) =>
    Object.entries(seen).map(([field, value]) => [`${part}/${field}`, value as Scalar] as const),
  )
  const people = members.flatMap(({ personId, ...seen }) =>
    Object.entries(seen).map(([field, value]) => [`members/${personId}/${field}`, value as Scalar] as const),
  )
  const earned = incomes.map(({ personId, kind, ...sum }) => [`incomes/${personId}/${kind}`, sum] as const)
  return [...people, ...earned, ...parts, ...(conclusionText ? [['conclusionText', conclusionText] as const] : [])]
}

export function VisitLines({ item, form }: { item: CaseDetail; form: Form }) {
  const words = useVisitWords(item)
  return (
    <dl className="pairs visit-lines">
      {linesOf(form).map(([path, value]) => (
        <div key={path}>
          <dt>{words.label(path)}</dt>
          <dd>{words.value(path, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

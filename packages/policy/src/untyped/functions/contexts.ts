/** Contexts: entries by name, and contexts made from others. */
import { type ContextValue, isContext, isList, type Value } from '../value.ts'
import { type Variant, variant } from './signature.ts'

/** One entry, or null where there is none. */
function getValue([context, key]: readonly Value[]): Value {
  return (context as ContextValue).get(key as string) ?? null
}

function getEntries([context]: readonly Value[]): Value {
  return [...(context as ContextValue)].map(
    ([key, value]) =>
      new Map<string, Value>([
        ['key', key],
        ['value', value],
      ]),
  )
}

function fromEntries([entries]: readonly Value[]): Value {
  const made = new Map<string, Value>()
  for (const entry of entries as readonly Value[]) {
    if (!isContext(entry) || !entry.has('value')) return null
    const key = entry.get('key')
    if (typeof key !== 'string' || made.has(key)) return null
    made.set(key, entry.get('value')!)
  }
  return made
}

function put([context, key, value]: readonly Value[]): Value {
  return new Map([...(context as ContextValue), [key as string, value!]])
}

function putDeep([context, keys, value]: readonly Value[]): Value {
  const [key, ...deeper] = keys as readonly Value[]
  if (typeof key !== 'string' || !isContext(context!)) return null
  if (deeper.length === 0) return put([context, key, value!])
  const inner = putDeep([context.get(key) ?? null, deeper, value!])
  return inner === null ? null : put([context, key, inner])
}

/** Of an entry that several contexts have, the last one counts. */
function merge([contexts]: readonly Value[]): Value {
  const all = contexts as readonly Value[]
  return all.every(isContext) ? new Map((all as readonly ContextValue[]).flatMap(context => [...context])) : null
}

export const contextFunctions: readonly Variant[] = [
  variant('get value(m: context, key: string)', getValue),
  variant('get entries(m: context)', getEntries),
  variant('context(entries: list)', fromEntries),
  variant('context put(context: context, key: string, value: any)', put),
  variant('context put(context: context, keys: list, value: any)', ([context, keys, value]) => {
    return isList(keys!) && keys.length > 0 ? putDeep([context!, keys, value!]) : null
  }),
  variant('context merge(contexts: list)', merge),
]

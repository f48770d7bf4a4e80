/** What a schema found wrong, as issues with a pointer to the field and a code that has words in both languages. */
import type { Issue } from '@doudi/kernel'
import type { z } from 'zod'

/** A key within a JSON pointer. */
export const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * A schema's own refusals carry a code in `params.code` (see `shapes.ts`); zod's generic ones become `shape.*`. Parse
 * with `reportInput`, or a wrong type cannot be told from a missing field.
 */
export function toIssues(issue: z.core.$ZodIssue, place: Issue['in']): Issue[] {
  const pointer = issue.path.map(part => `/${escaped(String(part))}`).join('')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ in: place, pointer: `${pointer}/${escaped(key)}`, code: 'shape.unknown-field' }))
  if (issue.code === 'custom') {
    const { code, ...details } = (issue.params ?? {}) as { code?: string } & Record<string, string>
    return [{ in: place, pointer, code: code ?? 'shape.invalid', details }]
  }
  if (issue.code === 'invalid_union') {
    const meant = nearestShape(issue.errors)
    if (meant) return meant.flatMap(one => toIssues({ ...one, path: [...issue.path, ...one.path] }, place))
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return [{ in: place, pointer, code: missing ? 'shape.missing' : `shape.${issue.code.replaceAll('_', '-')}` }]
}

/** Of several shapes the one that was most nearly met, so that a field is told and not the whole; null when none is near. */
function nearestShape(shapes: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const faults = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)
  const isOfKind = (issues: readonly z.core.$ZodIssue[]) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys')
  const [nearest] = shapes.filter(isOfKind).toSorted((a, b) => faults(a) - faults(b))
  return nearest ?? null
}

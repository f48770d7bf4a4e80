/** The only door through which text of a caller or of a pack gets into a query: quoted, so that it can only be a name or a text. */

export function identifier(name: string): string {
  if (name === '' || name.includes('\0')) throw new Error('a column or table needs a name')
  return `"${name.replaceAll('"', '""')}"`
}

/** Reads the same whether or not the server takes a backslash for an escape. */
export function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

export function choose(of: string, cases: readonly (readonly [when: string, then: number])[]): string {
  return `case ${of} ${cases.map(([when, then]) => `when ${when} then ${then}`).join(' ')} end`
}

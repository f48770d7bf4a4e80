/** docs/reference/policy-language.md is written by hand; only what stands between its marks is generated. */
import { languageReference } from '@doudi/policy'

export function generatePolicyLanguage(page: string): string {
  return Object.entries(languageReference()).reduce((text, [name, block]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`the page has no place for ${name}`)
    return `${text.slice(0, from + start.length)}${block}\n${text.slice(to)}`
  }, page)
}

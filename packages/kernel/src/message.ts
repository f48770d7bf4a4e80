/**
 * Typed message catalogues: zh-CN first, en complete. A catalogue is a plain object from key to text with
 * `{name}` places; the type of the second language requires every key of the first.
 */
export type Catalogue = Readonly<Record<string, string>>
export type Locale = 'zh-CN' | 'en'
export type Values = Readonly<Record<string, string | number>>

/** Puts values into `{places}`; a missing value stays visible as `{name}`, so that a test can find it. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  )
}

/** A translator over one catalogue per language. */
export function translator<const Z extends Catalogue>(zh: Z, en: { readonly [K in keyof Z]: string }) {
  return (locale: Locale) =>
    (key: keyof Z & string, values?: Values): string =>
      fill((locale === 'en' ? en : zh)[key] as string, values)
}

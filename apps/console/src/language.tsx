/** Which language the console speaks, and how a feature makes its words speak it. */
import { type Catalogue, type Locale, translator, type Values } from '@doudi/kernel'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

interface Language {
  readonly locale: Locale
  choose(locale: Locale): void
}

const place = 'doudi.language'
const Context = createContext<Language>({ locale: 'zh-CN', choose: () => {} })

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, choose] = useState<Locale>(() => (localStorage.getItem(place) === 'en' ? 'en' : 'zh-CN'))
  useEffect(() => {
    document.documentElement.lang = locale
    localStorage.setItem(place, locale)
  }, [locale])
  const language = useMemo(() => ({ locale, choose }), [locale])
  return <Context value={language}>{children}</Context>
}

export const useLanguage = () => useContext(Context)

/** Makes a feature's hook from its two catalogues: `export const useWords = words(zh, en)`. */
export function words<const Z extends Catalogue>(zh: Z, en: { readonly [K in keyof Z]: string }) {
  const speak = translator(zh, en)
  return () => speak(useContext(Context).locale)
}

/** A hook for names of codes that data brings along (`status.proposed`); an unknown code stays visible as it is. */
export function names<const Z extends Catalogue>(zh: Z, en: { readonly [K in keyof Z]: string }) {
  const speak = translator<Catalogue>(zh, en as Catalogue)
  return () => {
    const { locale } = useContext(Context)
    return (group: string, code: string, values?: Values) =>
      Object.hasOwn(zh, `${group}.${code}`) ? speak(locale)(`${group}.${code}`, values) : code
  }
}

/** Text that comes from the server in both languages. */
export function useBilingual() {
  const { locale } = useLanguage()
  return <T,>(text: { readonly zh: T; readonly en: T }): T => (locale === 'en' ? text.en : text.zh)
}

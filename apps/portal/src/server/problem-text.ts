/** What a refusal of the API says to a resident: its own words where it has some, else that nothing was lost. */
import { problemMessages } from '@doudi/api-client'
import { fill, kernelMessagesEn, kernelMessagesZh } from '@doudi/kernel'
import type { Visit } from './visit.ts'

export function textOf({ locale, t }: Visit, code: string, details: Readonly<Record<string, unknown>> = {}): string {
  const kernel: Readonly<Record<string, string>> = locale === 'en' ? kernelMessagesEn : kernelMessagesZh
  const text = problemMessages[locale][code] ?? kernel[code]
  return text ? fill(text, details as Record<string, string | number>) : t('error.unknown')
}

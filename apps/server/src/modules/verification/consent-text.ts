/**
 * The authorisation people sign (核对授权书), by version. Its text is kept with a hash beside every signature, so a
 * later wording never changes what somebody agreed to. A new wording is a new version at the end of the list.
 */
import { addYears, type CalendarDate } from '@doudi/kernel'

export interface ConsentText {
  readonly version: string
  readonly text: string
  /** Years from the signature, which the text names. */
  readonly years: number
}

const versions: readonly ConsentText[] = [
  {
    version: '2026-01',
    years: 1,
    text: [
      '我同意镇（街道）和县（区）的核对机构，为了办理这次救助和以后的复核，',
      '向公安、社保、不动产、车管、市场监管、银行和殡葬部门核对我的收入、存款、房、车和登记情况。',
      '我是未成年家人的监护人的，也代他们同意。',
      '核对结果只用于这次救助和复核，不作别的用途；我可以看到结果，有不对的可以提出来。',
      '我说的都是真的；故意隐瞒的，要退回领到的钱并承担责任。',
      '从签字那天起一年内有效，我可以随时撤回；撤回后不再核对。',
      '我留一份这张授权书。',
    ].join(''),
  },
]

/** What is signed today. */
export function currentConsentText(): ConsentText {
  const latest = versions.at(-1)
  if (!latest) throw new Error('there is no consent text')
  return latest
}

export function validTo(text: ConsentText, signedOn: CalendarDate): CalendarDate {
  return addYears(signedOn, text.years)
}

/** From a place in the application, as the API names it, to the page on which it was asked. */
const ofMember: Readonly<Record<string, string>> = {
  registration: 'identity',
  incomes: 'income',
  socialInsuranceFen: 'income',
  disabilityKind: 'people',
  disabilityGrade: 'people',
  seriousIllness: 'people',
  employed: 'people',
  student: 'people',
}

const ofPart: Readonly<Record<string, string>> = {
  applicant: 'identity',
  helper: 'helper',
  division: 'where',
  residence: 'where',
  hardship: 'hardship',
  hardshipText: 'hardship',
  property: 'property',
  bankAccount: 'bank',
  consents: 'consent',
}

export function pageOf(pointer: string): string {
  const [part = '', n = '0', field = ''] = pointer
    .replace(/^\/(application|answers)(?=\/)/, '')
    .split('/')
    .slice(1)
  if (part === 'applicant' && n === 'phone') return '/apply/phone'
  if (part !== 'members') return ofPart[part] ? `/apply/${ofPart[part]}?change=1` : '/apply/check#sign'
  const slug = ofMember[field] ?? (n === '0' ? 'identity' : 'person')
  const numbered = n !== '0' && ['income', 'person'].includes(slug) ? `/${n}` : ''
  return `/apply/${slug}${numbered}?change=1`
}

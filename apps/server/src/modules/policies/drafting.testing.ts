/** The story of a draft through the API, for tests: begun and written by one officer, handed over, released by another. */
import type { County } from '@doudi/testkit'
import type { RuleChange, ValueChange } from './change.ts'

export const PACK = 'demo-changzhou'

export type GivenChange = (Partial<ValueChange> | Pick<RuleChange, 'rule' | 'formula'>) & { readonly from: string }

const cited = { document: 'sample', clause: '示例', reason: null }

/** Tests share the pack, so each takes days of its own, far from where families are decided on. */
export function changeFrom(change: GivenChange): ValueChange | RuleChange {
  if ('rule' in change) return { ...cited, programme: 'dibao', table: null, ...change }
  return { ...cited, parameter: '金额取整', value: '舍到元', ...change }
}

export const officer = (county: County, nth = 0) => county.as('policy-officer', { nth })

export async function written(county: County, changes: readonly GivenChange[], documents: readonly object[] = []) {
  const author = officer(county)
  const { id, version } = await author.ok.post('/policies/drafts', { pack: PACK, title: '调整标准' })
  const text = { version, title: '调整标准', changes: changes.map(changeFrom), documents }
  return author.ok.put(`/policies/drafts/${id}`, text)
}

export async function submitted(county: County, changes: readonly GivenChange[], documents: readonly object[] = []) {
  const { id, version } = await written(county, changes, documents)
  return officer(county).ok.post(`/policies/drafts/${id}/submit`, { version })
}

export async function released(county: County, changes: readonly GivenChange[], documents: readonly object[] = []) {
  const { id, version } = await submitted(county, changes, documents)
  return officer(county, 1).ok.post(`/policies/drafts/${id}/release`, { version })
}

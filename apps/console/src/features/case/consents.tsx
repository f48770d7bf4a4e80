/** Who of the adults has signed the authorisation; without it nobody may be asked about them. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Mark } from '../../parts/mark.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { caseKey, consentsQuery } from './case-queries.ts'
import { useCaseWords } from './words.ts'

export function Consents({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const may = useMay()
  const { fullDay } = useDates()
  const { data } = useQuery(consentsQuery(item.id))
  const sign = useAct(
    (body: { personId: string; method: 'window'; signedName: string }, key) =>
      post('/cases/:id/consents', item, body, key),
    [caseKey(item.id)],
  )
  if (!data) return null
  const valid = data.items.filter(consent => consent.status === 'valid')
  return (
    <section className="consents">
      <h3>{t('verification.consents')}</h3>
      <ul className="checks">
        {valid.map(({ id, personName, signedAt }) => (
          <li key={id}>
            <Mark status="done" size={16} />
            <span>{t('verification.signed', { name: personName, on: fullDay(signedAt) })}</span>
          </li>
        ))}
        {data.missing.map(({ personId, personName, adult }) => (
          <li key={personId}>
            <Mark status="not-started" size={16} />
            <span>{t(adult ? 'verification.unsigned' : 'verification.unsigned-child', { name: personName })}</span>
            {adult && may('verification.consent') && (
              <Button size="small" onClick={() => sign.mutate({ personId, method: 'window', signedName: personName })}>
                {t('verification.sign')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={sign.error} />
    </section>
  )
}

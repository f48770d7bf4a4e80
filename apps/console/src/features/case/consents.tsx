/** Who of the adults has signed the authorisation; without it nobody may be asked about them. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { at, post, useAct } from '../../api.ts'
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
    (body: { personId: string; method: string; signedName: string }, key) => post(at('/cases/:id/consents', item), body, key),
    [caseKey(item.id)],
  )
  if (!data) return null
  const adults = item.state.members.filter(member => member.adult)
  return (
    <section className="consents">
      <h3>{t('verification.consents')}</h3>
      <ul className="checks">
        {adults.map(({ personId, name }) => {
          const consent = data.items.find(each => each.personId === personId)
          return (
            <li key={personId}>
              <Mark status={consent ? 'done' : 'not-started'} size={16} />
              <span>
                {consent ? t('verification.signed', { name, on: fullDay(consent.signedAt) }) : t('verification.unsigned', { name })}
              </span>
              {!consent && may('verification.consent') && (
                <Button size="small" onClick={() => sign.mutate({ personId, method: 'window', signedName: name })}>
                  {t('verification.sign')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <ProblemNotice problem={sign.error} />
    </section>
  )
}
